import type { Settings } from '../../model/settings';
import type { RunCheckpoint } from '../../protocol/checkpoint';
import type { EngineEvent } from '../../protocol/engine-api';
import type { RunId } from '../../protocol/history';
import type { NetworkInUse } from '../network/network-in-use';
import type { TrainStep } from '../train-step/train-step';
import type { KeptWeights } from './kept-weights';
import type { LiveStep } from './live-step';
import type { RunControl } from './run-control';
import type { RunMeter } from './run-meter';
import type { Stopping } from './stopping';

/** Milliseconds: what is lost of a run at most when its page dies. */
const EVERY = 20_000;

interface CheckpointParts {
  readonly id: RunId;
  /** That the run goes on from. */
  readonly from?: RunCheckpoint | undefined;
  readonly settings: Settings;
  readonly network: NetworkInUse<TrainStep>;
  readonly control: Pick<RunControl, 'toCome'>;
  readonly step: Pick<LiveStep, 'live'>;
  readonly kept: Pick<KeptWeights, 'moment'>;
  readonly stopping: Pick<Stopping, 'bestSoFar'>;
  readonly meter: Pick<RunMeter, 'work'>;
  readonly emit: (event: EngineEvent) => void;
  readonly now: () => number;
}

/**
 * Tells all that lets a run go on: when it begins, after each epoch, when it pauses or is stopped, and every 20 s. Its
 * batches have been told before.
 */
export class Checkpoints {
  /** Where the run can go on. */
  latest: RunCheckpoint | undefined;
  private takenAt: number;
  /** That the last one had. */
  private batches: number;

  constructor(private readonly parts: CheckpointParts) {
    this.latest = parts.from;
    this.takenAt = parts.now();
    this.batches = parts.network.trainedBatches;
  }

  get isDue(): boolean {
    return this.parts.now() - this.takenAt >= EVERY;
  }

  /** Nothing where no batch was trained since the last one, within an epoch. */
  async takeWithin(finishedEpochs: number): Promise<void> {
    if (this.parts.network.trainedBatches > this.batches) await this.take(finishedEpochs);
  }

  async take(finishedEpochs: number): Promise<void> {
    const { id, settings, network, control, step, kept, stopping, meter, emit, now } = this.parts;
    if (!kept.moment) return;
    const state = await network.runtime.snapshot();
    const { trainedBatches } = network;
    this.takenAt = now();
    this.batches = trainedBatches;
    const epoch = { kept: kept.moment, best: stopping.bestSoFar, finishedEpochs };
    const inForce = { live: step.live, toCome: control.toCome(trainedBatches) };
    const stand = { run: id, settings, ...inForce, trainedBatches, step: state, ...epoch };
    this.latest = { ...stand, work: meter.work };
    emit({ type: 'checkpointed', checkpoint: this.latest });
  }
}
