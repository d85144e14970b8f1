import type { Settings } from '../../model/settings';
import type { KeptMoment } from '../../protocol/checkpoint';
import type { Readings } from '../../protocol/data/images';
import type { RunEnding } from '../../protocol/run';

/** A finished epoch, and what the network read in the validation images after it. */
interface JudgedEpoch extends KeptMoment {
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

  /** Goes on after these epochs. */
  goOn(best: KeptMoment | undefined, last: KeptMoment): void {
    this.best = asJudged(best);
    this.last = asJudged(last);
  }

  /** That of the least validation loss so far. */
  get bestSoFar(): KeptMoment | undefined {
    return this.best;
  }

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

/** Undefined for what came before the first epoch. */
const asJudged = (moment: KeptMoment | undefined): JudgedEpoch | undefined =>
  moment?.readings && { ...moment, readings: moment.readings };

/** One that is no number is worse than any other. */
function lossOf({ readings }: JudgedEpoch): number {
  const { loss } = readings.evaluation;
  return Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss;
}
