import type { LabelledImages } from '../../data/dataset';
import { hasBlownUp, type RatePoint, rateOfBatch } from '../../metrics/rate-test';
import type { Settings } from '../../model/settings';
import type { EngineEvent } from '../../protocol/engine-api';
import type { RateTest } from '../../protocol/rate-finder';
import { rejectOnDeviceLoss } from '../backend/reject-on-device-loss';
import type { DataInUse } from '../data/active-dataset';
import type { ImageMaker } from '../data/image-maker';
import { Cancelled, LatestTask } from '../latest-task';
import type { NetworkInUse } from '../network/network-in-use';
import type { TrainStep } from '../train-step/train-step';
import { testImages } from './test-images';

/** Milliseconds between two words about how far it is. */
const TELL_EVERY = 150;

interface RateFinderParts {
  readonly emit: (event: EngineEvent) => void;
  readonly maker: ImageMaker;
  /** Makes a step such as a run of these settings would have, from fresh weights, apart from the network in use. */
  readonly makeStep: (settings: Settings, training: LabelledImages) => Promise<TrainStep>;
  /** Whether a test on these data and beside this network is still of use. */
  readonly isWanted: (data: DataInUse, network: NetworkInUse) => boolean;
  readonly yieldToEventLoop: () => Promise<void>;
  readonly now: () => number;
}

/** Tries rising learning rates on a step of its own. */
export class RateFinder {
  private readonly tasks = new LatestTask();

  constructor(private readonly parts: RateFinderParts) {}

  cancel(): void {
    this.tasks.cancel();
  }

  /** Tells `rate-test` on the way and at the end, however it ends, unless another test has begun. */
  async run(settings: Settings, data: DataInUse, network: NetworkInUse): Promise<void> {
    const signal = this.tasks.begin();
    const tell = (test: RateTest | undefined) => {
      if (this.tasks.isLast(signal)) this.parts.emit({ type: 'rate-test', test });
    };
    const isWanted = () => !signal.aborted && this.parts.isWanted(data, network);
    let test: RateTest = { status: 'trying', settings, batches: 0, points: [] };
    const tellMore = (more: Partial<RateTest>) => {
      test = { ...test, ...more };
      tell(test);
    };
    try {
      await rejectOnDeviceLoss(network, this.try(signal, settings, data, isWanted, tellMore));
      tellMore({ status: 'finished' });
    } catch (error) {
      if (error instanceof Cancelled || !isWanted()) return tell(undefined);
      tellMore({ status: 'failed', detail: error instanceof Error ? error.message : String(error) });
    }
  }

  private async try(
    signal: AbortSignal,
    settings: Settings,
    data: DataInUse,
    isWanted: () => boolean,
    tell: (more: Partial<RateTest>) => void,
  ): Promise<void> {
    const { maker, makeStep, yieldToEventLoop, now } = this.parts;
    tell({});
    const { training, batches } = await testImages(signal, settings, data, maker);
    if (!isWanted()) throw new Cancelled();
    const step = await makeStep(settings, training);
    const points: RatePoint[] = [];
    const tellPoints = () => tell({ batches: batches.length, points: [...points] });
    try {
      let told = now();
      for (const [i, batch] of batches.entries()) {
        const rate = rateOfBatch(i, batches.length);
        step.run(batch, { step: i, learningRate: rate });
        const [result] = await step.results();
        await yieldToEventLoop();
        if (!isWanted()) throw new Cancelled();
        if (result) points.push({ rate, loss: result.loss });
        if (hasBlownUp(points)) break;
        if (now() - told < TELL_EVERY) continue;
        told = now();
        tellPoints();
      }
      tellPoints();
    } finally {
      step.dispose();
    }
  }
}
