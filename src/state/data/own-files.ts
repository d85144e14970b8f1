import type { GivenFile } from '../../data/given-file';
import type { DatasetState } from '../../protocol/data/dataset-state';
import type { EngineSession } from '../engine/engine-session';
import { ChunkedFileTransfer, type Transfer } from './chunked-file-transfer';

/** Files that a person has agreed to, and the names that they gave the classes. */
interface AgreedFiles {
  readonly files: readonly GivenFile[];
  readonly classNames: readonly string[] | undefined;
}

/** A person's files on their way into use, and those in use, which an engine that is started again gets again. */
export class OwnFiles {
  /** Given last. */
  private given: readonly GivenFile[] = [];
  /** Agreed to last. */
  private agreed: AgreedFiles | undefined;
  private inUse: AgreedFiles | undefined;
  private readonly hands = new ChunkedFileTransfer();

  constructor(private readonly engine: Pick<EngineSession, 'commands' | 'ask' | 'tellFailure'>) {}

  preview(files: readonly GivenFile[]): void {
    this.given = files;
    const end: Transfer['end'] = (...rest) => this.engine.ask('previewFiles', ...rest);
    this.hand(files, () => this.given === files, end);
  }

  /** Takes the files that were previewed into use. */
  agree(classNames: readonly string[] | undefined): void {
    this.agreed = { files: this.given, classNames };
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
    const { files, classNames } = this.inUse;
    const end: Transfer['end'] = (...rest) => this.engine.ask('loadFiles', ...rest, classNames);
    this.hand(files, () => true, end);
    return true;
  }

  /** The engine tells of its data. */
  told(dataset: DatasetState): void {
    if (dataset.status === 'ready' && dataset.id === 'files' && !dataset.refused) this.inUse = this.agreed;
  }

  /** An engine that is started again asks for its files anew. */
  private hand(files: readonly GivenFile[], areWanted: () => boolean, end: Transfer['end']): void {
    const { commands } = this.engine;
    const isWanted = () => areWanted() && this.engine.commands === commands;
    this.engine.tellFailure('giveFiles', this.hands.hand(files, { commands, isWanted, end }));
  }
}
