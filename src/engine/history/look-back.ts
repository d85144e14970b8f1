import type { EngineEvent } from '../../protocol/engine-api';
import type { PastMoment, RunId } from '../../protocol/history';
import { LatestTask } from '../latest-task';
import type { ActiveNetwork } from '../network/active-network';
import type { NetworkInUse } from '../network/network-in-use';
import type { EpochArchive } from './epoch-archive';

interface LookBackParts {
  readonly network: Pick<ActiveNetwork, 'slot' | 'current' | 'lookBack'>;
  readonly archive: Pick<EpochArchive, 'at'>;
  readonly isTraining: () => boolean;
  /** Resolves when no edit of the weights is under way, of which half would be in force and none told. */
  readonly editsAreDone: () => Promise<void>;
  readonly emit: (event: EngineEvent) => void;
}

/** Puts the network of a past epoch into use and that of now back. Of several moments that wait only the last is shown. */
export class LookBack {
  private readonly tasks = new LatestTask();
  /** The network of the past that was made last, and the run that it is of. */
  private made: { readonly run: RunId; readonly network: NetworkInUse } | undefined;

  constructor(private readonly parts: LookBackParts) {}

  /** Tells `looked-back`; a `fault` where the network can't be made, with that of now in use. */
  async to(at: PastMoment): Promise<void> {
    const { network, archive, isTraining } = this.parts;
    const signal = this.tasks.begin();
    const isWanted = () => !signal.aborted && !isTraining();
    await this.parts.editsAreDone();
    const past = archive.at(at.run, at.epoch);
    if (!past || !network.current || !isWanted()) return;
    const { checkpoint } = past;
    const known = this.made;
    try {
      if (known?.run === at.run && known.network === network.current) {
        known.network.setWeights(checkpoint.weights, checkpoint.trainedBatches);
        this.tell(known.network, at);
        return;
      }
      const made = await network.lookBack(past.settings, checkpoint, isWanted);
      if (!made) return;
      this.made = { run: at.run, network: made };
      this.tell(made, at);
    } catch (error) {
      if (isWanted()) this.giveUp(error);
    }
  }

  /** Nothing where no other network is looked at. */
  toPresent(): void {
    this.tasks.cancel();
    const present = this.parts.network.slot.lookAtPresent();
    this.made = undefined;
    if (present) this.tell(present, undefined);
  }

  /** A network of the past failed: that of now, which has no part in it, is in use again. */
  giveUp(error: unknown): void {
    this.toPresent();
    const detail = error instanceof Error ? error.message : String(error);
    this.parts.emit({ type: 'fault', fault: { code: 'look-back-failed', detail } });
  }

  private tell({ settings, trainedBatches, weightsVersion }: NetworkInUse, at: PastMoment | undefined): void {
    this.parts.emit({ type: 'looked-back', at, settings, trainedBatches, weightsVersion });
  }
}
