import type { Settings } from '../model/settings';

/**
 * The learning-rate range test (Smith 2015, arXiv 1506.01186): a network trains a few batches while the learning rate
 * rises exponentially, and the loss says which rates are of use.
 */
export const RATE_RANGE = { from: 1e-6, to: 10 } as const;

/** Batches of a test: of few images fewer, which then come round. */
const BATCHES = { least: 50, most: 150 } as const;
/** Share of the mean that a batch leaves as it was: it looks back over about ten batches, half a power of ten. */
const KEPT = 0.9;
/** The loss has got out of hand where it is so many times its least. */
const BLOWN_UP = 4;
/** By what share the loss has to fall before it says anything about rates. */
const LEAST_FALL = 0.05;
const SHARES = { tenth: 1 / 10, fifth: 1 / 5, third: 1 / 3 } as const;
/**
 * How far below the rate of the least loss the proposed one lies: a tenth where steps are as long however small the
 * gradient is, more where they shrink with it, the less the more of them add up, by what whole runs then reached (bench/README.md).
 */
const PROPOSED_SHARE: Readonly<Record<Settings['optimizer'], keyof typeof SHARES>> = {
  adam: 'tenth',
  adamw: 'tenth',
  rmsprop: 'tenth',
  momentum: 'fifth',
  nesterov: 'fifth',
  sgd: 'third',
};
/** Significant digits of it: more would say what the test can't. */
const DIGITS = 2;

export interface RatePoint {
  readonly rate: number;
  /** Mean over the batch that was trained at this rate, before its step. */
  readonly loss: number;
}

/** @param batchesPerEpoch - of a run, from 1 */
export const testBatches = (batchesPerEpoch: number): number =>
  Math.min(BATCHES.most, Math.max(BATCHES.least, batchesPerEpoch));

/**
 * @param batch - from 0
 * @param batches - of the whole test, from 2
 */
export const rateOfBatch = (batch: number, batches: number): number =>
  RATE_RANGE.from * (RATE_RANGE.to / RATE_RANGE.from) ** (batch / (batches - 1));

/** Exponential means of the losses, each without the pull towards 0 at the start (the bias correction of Adam). */
export function smoothedLosses(points: readonly RatePoint[]): number[] {
  let mean = 0;
  return points.map(({ loss }, i) => {
    mean = KEPT * mean + (1 - KEPT) * loss;
    return mean / (1 - KEPT ** (i + 1));
  });
}

/** True where the test is over before its last batch: the smoothed loss is no number, or four times its least. */
export function hasBlownUp(points: readonly RatePoint[]): boolean {
  const smoothed = smoothedLosses(points);
  const last = smoothed.at(-1);
  return last !== undefined && (!Number.isFinite(last) || last > BLOWN_UP * Math.min(...smoothed));
}

/** A rate to train with, and what it was taken from. */
interface ProposedRate {
  readonly rate: number;
  /** Of the rate at which the smoothed loss was the least. */
  readonly share: keyof typeof SHARES;
}

/**
 * The rate to train with, where the test says one: some share of that at which the smoothed loss was the least, since there
 * it is about to rise again, and of a whole run most batches come later, when smaller steps are of use. (The rate of the
 * steepest descent, which others take, was within the noise of the batches: bench/README.md.)
 * @returns undefined where the loss fell at no rate
 */
export function proposedRate(
  points: readonly RatePoint[],
  { optimizer }: Pick<Settings, 'optimizer'>,
): ProposedRate | undefined {
  const smoothed = smoothedLosses(points).filter(Number.isFinite);
  const first = smoothed[0];
  const least = Math.min(...smoothed);
  if (first === undefined || least > (1 - LEAST_FALL) * first) return undefined;
  const share = PROPOSED_SHARE[optimizer];
  const { rate } = points[smoothed.indexOf(least)] as RatePoint;
  return { rate: Math.max(RATE_RANGE.from, Number((SHARES[share] * rate).toPrecision(DIGITS))), share };
}
