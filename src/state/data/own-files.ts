import type { GivenFile } from '../../data/given-file';
import type { Adjustments } from '../../data/understand/choices';
import type { DatasetState } from '../../protocol/data/dataset-state';
import type { EngineSession } from '../engine/engine-session';
import { ChunkedFileTransfer, type Transfer } from './chunked-file-transfer';

/** Files that a person has agreed to, and the names that they gave the classes. */
interface AgreedFiles {
  /** From 1, in the order in which they were agreed to. */
  readonly number: number;
  readonly files: readonly GivenFile[];
  readonly classNames: readonly string[] | undefined;
  /** How they were understood otherwise than was guessed. */
  readonly adjustments: Adjustments;
}

/** A person's files on their way into use, and those in use, which an engine that is started again gets again. */
export class OwnFiles {
  /** Given last. */
  private given: readonly GivenFile[] = [];
  /** Agreed to last. */
  private agreed: AgreedFiles | undefined;
  private inUse: AgreedFiles | undefined;
  private lastNumber = 0;
  private readonly hands = new ChunkedFileTransfer();

  constructor(private readonly engine: Pick<EngineSession, 'commands' | 'ask' | 'tellFailure'>) {}

  preview(files: readonly GivenFile[]): void {
    this.given = files;
    const end: Transfer['end'] = (...rest) => this.engine.ask('previewFiles', ...rest);
    this.hand(files, () => this.given === files, end);
  }

  /** The only file that was given last. */
  get only(): Blob | undefined {
    return this.given.length === 1 ? this.given[0]?.file : undefined;
  }

  /**
   * Takes the files that were previewed into use.
   * @param adjustments - as they are understood there
   */
  agree(classNames: readonly string[] | undefined, adjustments: Adjustments): void {
    this.lastNumber += 1;
    this.agreed = { number: this.lastNumber, files: this.given, classNames, adjustments };
    this.engine.ask('usePreview', classNames);
  }

  cancel(): void {
    this.given = [];
    this.engine.ask('cancelPreview');
  }

  /** Loads the files that were in use last. @returns false where there were none */
  load(): boolean {
    this.agreed = this.inUse;
    if (!this.inUse) return false;
    const { files, classNames, adjustments } = this.inUse;
    const end: Transfer['end'] = (...rest) => this.engine.ask('loadFiles', ...rest, classNames, adjustments);
    this.hand(files, () => true, end);
    return true;
  }

  /** The engine tells of its data. @returns the number of the files, where it is they that have come into use */
  told(dataset: DatasetState): number | undefined {
    if (dataset.status !== 'ready' || dataset.id !== 'files' || dataset.refused) return undefined;
    this.inUse = this.agreed;
    return this.inUse?.number;
  }

  /** An engine that is started again asks for its files anew. */
  private hand(files: readonly GivenFile[], areWanted: () => boolean, end: Transfer['end']): void {
    const { commands } = this.engine;
    const isWanted = () => areWanted() && this.engine.commands === commands;
    this.engine.tellFailure('giveFiles', this.hands.hand(files, { commands, isWanted, end }));
  }
}
