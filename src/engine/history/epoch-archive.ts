import type { Settings } from '../../model/settings';
import type { KeptEpochs, RunId } from '../../protocol/history';
import type { Checkpoint } from '../network/network-in-use';

/** What the weights of past epochs may take: 570 epochs of the default network. */
const EPOCHS_BUDGET_BYTES = 256e6;

interface KeptRun {
  readonly settings: Settings;
  /** By epoch, in the order in which they were reached. */
  readonly epochs: Map<number, Checkpoint>;
}

/** The weights of a moment, and what made the network. */
interface PastNetwork {
  readonly settings: Settings;
  readonly checkpoint: Checkpoint;
}

/**
 * Keeps the weights of every epoch while they fit into a budget. It owns them: nobody writes into a checkpoint, so that
 * it may be shared with whoever made it.
 */
export class EpochArchive {
  private readonly runs = new Map<RunId, KeptRun>();
  private bytes = 0;

  constructor(
    private readonly onChange: (kept: KeptEpochs) => void,
    private readonly budgetBytes = EPOCHS_BUDGET_BYTES,
  ) {}

  /**
   * Where the budget is used up, the oldest runs' epochs go first, and the last epoch of each run after all others.
   * @param epoch - later than those of the run that were kept before, or the last of them once more
   */
  keep(run: RunId, settings: Settings, epoch: number, checkpoint: Checkpoint): void {
    const kept = this.runs.get(run) ?? { settings, epochs: new Map<number, Checkpoint>() };
    this.runs.set(run, kept);
    const before = kept.epochs.get(epoch);
    kept.epochs.set(epoch, checkpoint);
    this.bytes += bytesOf(checkpoint) - (before ? bytesOf(before) : 0);
    for (const { of, at } of this.inOrderOfLeaving()) {
      if (this.bytes <= this.budgetBytes) break;
      this.drop(of, at);
    }
    this.tell();
  }

  at(run: RunId, epoch: number): PastNetwork | undefined {
    const kept = this.runs.get(run);
    const checkpoint = kept?.epochs.get(epoch);
    return kept && checkpoint && { settings: kept.settings, checkpoint };
  }

  forget(run: RunId): void {
    const epochs = [...(this.runs.get(run)?.epochs.keys() ?? [])];
    if (epochs.length === 0) return;
    for (const epoch of epochs) this.drop(run, epoch);
    this.tell();
  }

  private inOrderOfLeaving(): { readonly of: RunId; readonly at: number }[] {
    const runs = [...this.runs].map(([of, { epochs }]) => [...epochs.keys()].map((at) => ({ of, at })));
    return [...runs.flatMap((epochs) => epochs.slice(0, -1)), ...runs.flatMap((epochs) => epochs.slice(-1))];
  }

  private drop(run: RunId, epoch: number): void {
    const kept = this.runs.get(run);
    const checkpoint = kept?.epochs.get(epoch);
    if (!kept || !checkpoint) return;
    kept.epochs.delete(epoch);
    this.bytes -= bytesOf(checkpoint);
    if (kept.epochs.size === 0) this.runs.delete(run);
  }

  private tell(): void {
    const { bytes, budgetBytes } = this;
    const runs = Object.fromEntries([...this.runs].map(([run, { epochs }]) => [run, [...epochs.keys()]]));
    this.onChange({ budgetBytes, bytes, runs });
  }
}

const bytesOf = ({ weights }: Checkpoint): number =>
  weights.reduce((sum, tensor) => sum + tensor.byteLength, 0);
