import type { GivenFile } from '../../data/given-file';
import type { DatasetState } from '../../protocol/data/dataset-state';
import type { EngineCommands } from '../../protocol/engine-api';
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

  /**
   * @param commands - of the engine of now
   * @param ask - puts up with a command's failure
   */
  constructor(
    private readonly commands: () => EngineCommands,
    private readonly ask: (answer: Promise<unknown>) => void,
  ) {}

  preview(files: readonly GivenFile[]): void {
    this.given = files;
    const commands = this.commands();
    const end: Transfer['end'] = (...rest) => this.ask(commands.previewFiles(...rest));
    this.hands.hand(files, { commands, isWanted: () => this.given === files, end });
  }

  /** Takes the files that were previewed into use. */
  agree(classNames: readonly string[] | undefined): void {
    this.agreed = { files: this.given, classNames };
    this.ask(this.commands().usePreview(classNames));
  }

  cancel(): void {
    this.given = [];
    this.ask(this.commands().cancelPreview());
  }

  /** Loads the files that were in use last. @returns false where there were none */
  load(): boolean {
    this.agreed = this.inUse;
    if (!this.inUse) return false;
    const { files, classNames } = this.inUse;
    const commands = this.commands();
    const end: Transfer['end'] = (...rest) => this.ask(commands.loadFiles(...rest, classNames));
    this.hands.hand(files, { commands, isWanted: () => this.commands() === commands, end });
    return true;
  }

  /** The engine tells of its data. */
  told(dataset: DatasetState): void {
    if (dataset.status === 'ready' && dataset.id === 'files' && !dataset.refused) this.inUse = this.agreed;
  }
}
