import type { Readings } from '../../protocol/data/images';
import type { EngineEvent } from '../../protocol/engine-api';
import type { Checkpoint, NetworkInUse } from '../network/network-in-use';
import type { TrainStep } from '../train-step/train-step';
import type { RunReport } from './run-report';

/** Weights that a run can go back to. */
interface Kept {
  readonly checkpoint: Checkpoint;
  /** What was read with them in the validation images. */
  readonly readings?: Readings | undefined;
}

/** The weights of a run's last finished epoch, or the initial ones; at its end those that it leaves. */
export class KeptWeights {
  private kept: Kept | undefined;

  constructor(
    private readonly network: NetworkInUse<TrainStep>,
    private readonly report: RunReport,
    private readonly emit: (event: EngineEvent) => void,
    private readonly onKept: (checkpoint: Checkpoint) => void,
  ) {}

  get checkpoint(): Checkpoint | undefined {
    return this.kept?.checkpoint;
  }

  /** Those of this moment. */
  async keep(readings?: Readings): Promise<Checkpoint> {
    const { network } = this;
    const checkpoint = {
      weights: await network.runtime.weights(),
      trainedBatches: network.trainedBatches,
    };
    this.kept = { checkpoint, readings };
    this.onKept(checkpoint);
    return checkpoint;
  }

  /** Puts them in force again, those that are kept or others in their place, and tells what was read with them. */
  goBack(to: Kept | undefined = this.kept): void {
    if (!to) return;
    const { network, report, emit } = this;
    this.kept = to;
    network.setWeights(to.checkpoint.weights, to.checkpoint.trainedBatches);
    report.tellRestored();
    const { weightsVersion } = network;
    if (to.readings) emit({ type: 'read', readings: { ...to.readings, weightsVersion } });
  }
}
