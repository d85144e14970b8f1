import type { Settings } from '../../model/settings';
import type { Readings } from '../../protocol/data/images';
import type { RunEnding } from '../../protocol/run';
import type { Checkpoint } from '../network/network-in-use';

/** A finished epoch, and what the network read in the validation images after it. */
interface JudgedEpoch {
  /** From 1. */
  readonly epoch: number;
  readonly checkpoint: Checkpoint;
  readonly readings: Readings;
}

/**
 * Says by the validation images when a run has had its last epoch, and which epoch's weights it keeps: with patience those
 * of the least validation loss (the first, of several), without it the last. A run that has reached the accuracy it was
 * to stop at keeps the weights that reached it.
 */
export class Stopping {
  private best: JudgedEpoch | undefined;
  private last: JudgedEpoch | undefined;

  constructor(private readonly settings: Pick<Settings, 'epochs' | 'patience' | 'stopAt'>) {}

  /** After each epoch, in their order. */
  judge(judged: JudgedEpoch): void {
    this.last = judged;
    if (!this.best || lossOf(judged) < lossOf(this.best)) this.best = judged;
  }

  /** Undefined as long as another epoch is to be trained. */
  get reason(): RunEnding['reason'] | undefined {
    const { last, best, settings } = this;
    if (!last || !best) return undefined;
    const { stopAt, patience, epochs } = settings;
    if (stopAt > 0 && last.readings.evaluation.accuracy >= stopAt / 100) return 'reached';
    if (last.epoch >= epochs) return 'all';
    return patience > 0 && last.epoch - best.epoch >= patience ? 'patience' : undefined;
  }

  /** Whose weights are to stay; undefined before the first epoch. */
  get kept(): JudgedEpoch | undefined {
    return this.settings.patience > 0 && this.reason !== 'reached' ? this.best : this.last;
  }
}

/** One that is no number is worse than any other. */
function lossOf({ readings }: JudgedEpoch): number {
  const { loss } = readings.evaluation;
  return Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss;
}
