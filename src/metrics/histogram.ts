/** How some numbers are spread. Those that are no numbers, or infinite, count in `notFinite` only. */
export interface Spread {
  /** Finite numbers; at least one. */
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Standard deviation of these numbers (divided by n). */
  readonly deviation: number;
  readonly zeros: number;
  readonly notFinite: number;
}

interface Range {
  readonly min: number;
  readonly max: number;
}

/**
 * @param times - how often each value occurs, as long as `values`; without it, each occurs once
 * @returns undefined where there are no finite numbers
 */
export function spreadOf(values: ArrayLike<number>, times?: ArrayLike<number>): Spread | undefined {
  let [min, max, sum, zeros, count, notFinite] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    0,
    0,
    0,
    0,
  ];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const often = times ? (times[i] as number) : 1;
    if (often === 0) continue;
    if (!Number.isFinite(value)) {
      notFinite += often;
      continue;
    }
    if (value < min) min = value;
    if (value > max) max = value;
    if (value === 0) zeros += often;
    sum += often * value;
    count += often;
  }
  if (count === 0) return undefined;
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isFinite(value)) squares += (times ? (times[i] as number) : 1) * (value - mean) ** 2;
  }
  return { count, min, max, mean, deviation: Math.sqrt(squares / count), zeros, notFinite };
}

/**
 * How many values lie in each of some bins of one width; those at `max` in the last. What is not finite lies in none.
 * @param range - that holds all finite values; where it has no width, they all lie in the middle bin
 * @param times - as of `spreadOf`
 * @returns [bins]
 */
export function binCounts(
  values: ArrayLike<number>,
  { min, max }: Range,
  bins: number,
  times?: ArrayLike<number>,
): Float64Array {
  const counts = new Float64Array(bins);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value)) continue;
    const share = max > min ? (value - min) / (max - min) : 0.5;
    const bin = Math.min(bins - 1, Math.floor(share * bins));
    counts[bin] = (counts[bin] as number) + (times ? (times[i] as number) : 1);
  }
  return counts;
}
