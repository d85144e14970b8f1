import { binCounts, spreadOf } from '../../metrics/histogram';

interface WeightSpread {
  /** Of equal bins from −end to end, an odd number, so that the middle one is around 0. */
  readonly counts: Float64Array;
  readonly end: number;
  readonly mean: number;
  readonly deviation: number;
}

/**
 * How weights are spread around 0.
 * @param values - those that are no numbers are left out
 * @param bins - odd
 */
export function weightSpread(values: ArrayLike<number>, bins: number): WeightSpread {
  const { min, max, mean, deviation } = spreadOf(values) ?? { min: 0, max: 0, mean: 0, deviation: 0 };
  const end = Math.max(-min, max);
  return { counts: binCounts(values, { min: -end, max: end }, bins), end, mean, deviation };
}
