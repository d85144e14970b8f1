import type { Settings } from './settings';

/** What gives the learning rate its course. */
type Course = Pick<Settings, 'schedule' | 'warmup' | 'rise'>;

/** Everything that the learning rate of a run depends on. */
export const SCHEDULED = ['schedule', 'warmup', 'rise', 'learningRate', 'epochs'] as const;
export type Scheduled = Pick<Settings, (typeof SCHEDULED)[number]>;

/**
 * Pieces of a line that draws a schedule: fine enough for its bends, and a hundred, so that the peaks of a one-cycle run
 * and of a warm-up, which are in whole hundredths by the sliders, are met.
 */
export const SCHEDULE_PIECES = 100;

/** Rates at the ends of a one-cycle run, over its peak (Smith & Topin 2018). A warm-up begins as low. */
const ONE_CYCLE = { start: 0.04, end: 0.0004 } as const;
/** Shares of a run after which a step schedule divides the rate by ten (He et al. 2016, section 4.2). */
const STEPS_AT = [0.5, 0.75] as const;
const STEP = 0.1;
/** Where an exponential schedule ends, over where it begins: as far down as the steps lead. */
const EXPONENTIAL_END = 0.01;

const lineBetween = (from: number, to: number, t: number) => from + (to - from) * t;
const cosineBetween = (from: number, to: number, t: number) =>
  to + (from - to) * 0.5 * (1 + Math.cos(Math.PI * t));

/**
 * What the learning rate is multiplied by. A warm-up rises in a straight line to where the schedule begins, which takes
 * what is left of the run; one cycle has a rise of its own.
 * @param progress - batches done / batches of the whole run, 0 to 1
 * @returns a factor in (0, 1] while batches are left
 */
export function scheduleFactor(course: Course, progress: number): number {
  const { schedule, warmup, rise } = course;
  if (schedule === 'one-cycle') {
    return progress < rise
      ? cosineBetween(ONE_CYCLE.start, 1, progress / rise)
      : cosineBetween(1, ONE_CYCLE.end, (progress - rise) / (1 - rise));
  }
  if (progress < warmup) return lineBetween(ONE_CYCLE.start, 1, progress / warmup);
  return fall(schedule, (progress - warmup) / (1 - warmup));
}

function fall(schedule: Exclude<Course['schedule'], 'one-cycle'>, progress: number): number {
  switch (schedule) {
    case 'constant':
      return 1;
    case 'step':
      return STEP ** STEPS_AT.filter((at) => progress >= at).length;
    case 'exponential':
      return EXPONENTIAL_END ** progress;
    case 'cosine':
      return cosineBetween(1, 0, progress);
    default:
      return schedule satisfies never;
  }
}

/**
 * The learning rate of a batch of the run.
 * @param batch - from 1
 */
export const rateAt = (settings: Scheduled, batchesPerEpoch: number, batch: number): number =>
  settings.learningRate * scheduleFactor(settings, (batch - 1) / (settings.epochs * batchesPerEpoch));
