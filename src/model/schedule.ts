import type { Schedule, Settings } from './settings';

/** Everything that the learning rate of a run depends on. */
export type Scheduled = Pick<Settings, 'schedule' | 'learningRate' | 'epochs'>;

/** Pieces of a line that draws a schedule: fine enough for its bends, and a multiple of ten, so that the peak of a one-cycle run is met. */
export const SCHEDULE_PIECES = 100;

/** Share of a one-cycle run in which the learning rate rises, and the rates at its ends (Smith & Topin 2018). */
const ONE_CYCLE = { rise: 0.3, start: 0.04, end: 0.0004 } as const;

const cosineBetween = (from: number, to: number, t: number) =>
  to + (from - to) * 0.5 * (1 + Math.cos(Math.PI * t));

/**
 * What the learning rate is multiplied by.
 * @param progress - batches done / batches of the whole run, 0 to 1
 * @returns a factor in (0, 1]
 */
export function scheduleFactor(schedule: Schedule, progress: number): number {
  switch (schedule) {
    case 'constant':
      return 1;
    case 'cosine':
      return cosineBetween(1, 0, progress);
    case 'one-cycle':
      return progress < ONE_CYCLE.rise
        ? cosineBetween(ONE_CYCLE.start, 1, progress / ONE_CYCLE.rise)
        : cosineBetween(1, ONE_CYCLE.end, (progress - ONE_CYCLE.rise) / (1 - ONE_CYCLE.rise));
    default:
      return schedule satisfies never;
  }
}

/**
 * The learning rate of a batch of the run.
 * @param batch - from 1
 */
export const rateAt = (
  { schedule, learningRate, epochs }: Scheduled,
  batchesPerEpoch: number,
  batch: number,
): number => learningRate * scheduleFactor(schedule, (batch - 1) / (epochs * batchesPerEpoch));
