import type { KeptMoment } from '../../protocol/checkpoint';
import type { Readings } from '../../protocol/data/images';
import type { EngineEvent } from '../../protocol/engine-api';
import type { Checkpoint, NetworkInUse } from '../network/network-in-use';
import type { TrainStep } from '../train-step/train-step';
import type { RunReport } from './run-report';

/** The weights of a run's last finished epoch, or the initial ones; at its end those that it leaves. */
export class KeptWeights {
  private kept: KeptMoment | undefined;

  constructor(
    private readonly network: NetworkInUse<TrainStep>,
    private readonly report: RunReport,
    private readonly emit: (event: EngineEvent) => void,
    private readonly onKept: (kept: KeptMoment) => void,
  ) {}

  get moment(): KeptMoment | undefined {
    return this.kept;
  }

  /** Goes on with these, which were kept before. */
  goOn(kept: KeptMoment): void {
    this.kept = kept;
    this.onKept(kept);
  }

  /** Those of this moment, after so many epochs. */
  async keep(epoch: number, readings?: Readings): Promise<Checkpoint> {
    const { network } = this;
    const checkpoint = {
      weights: await network.runtime.weights(),
      trainedBatches: network.trainedBatches,
    };
    this.goOn({ epoch, checkpoint, readings });
    return checkpoint;
  }

  /** Puts them in force again, those that are kept or others in their place, and tells what was read with them. */
  goBack(to: KeptMoment | undefined = this.kept): void {
    if (!to) return;
    const { network, report, emit } = this;
    this.kept = to;
    network.setWeights(to.checkpoint.weights, to.checkpoint.trainedBatches);
    report.tellRestored();
    const { weightsVersion } = network;
    if (to.readings) emit({ type: 'read', readings: { ...to.readings, weightsVersion } });
  }
}
