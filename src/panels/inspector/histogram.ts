/** How some numbers are spread. Those that are no numbers, or infinite, count in `notFinite` only. */
export interface Histogram {
  readonly bins: readonly Bin[];
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Standard deviation of these numbers (divided by n). */
  readonly deviation: number;
  readonly zeros: number;
  readonly notFinite: number;
}

export interface Bin {
  /** In the middle of the bin. */
  readonly at: number;
  readonly count: number;
}

/**
 * @param count - of bins, all of one width; there is one bin where all numbers are equal
 * @returns undefined where there are no finite numbers
 */
export function histogram(values: Float32Array, count: number): Histogram | undefined {
  const moments = momentsOf(values);
  if (!moments) return undefined;
  const { min, max } = moments;
  if (min === max) return { ...moments, bins: [{ at: min, count: values.length - moments.notFinite }] };
  const counts = new Uint32Array(count);
  const range = max - min;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    const bin = Math.min(count - 1, Math.floor(((value - min) / range) * count));
    counts[bin] = (counts[bin] as number) + 1;
  }
  const bins = Array.from(counts, (inBin, i) => ({ at: min + ((i + 0.5) / count) * range, count: inBin }));
  return { ...moments, bins };
}

function momentsOf(values: Float32Array): Omit<Histogram, 'bins'> | undefined {
  let [min, max, sum, zeros, finite] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
    if (value === 0) zeros += 1;
    sum += value;
    finite += 1;
  }
  if (finite === 0) return undefined;
  const mean = sum / finite;
  let squares = 0;
  for (const value of values) if (Number.isFinite(value)) squares += (value - mean) ** 2;
  return { min, max, mean, deviation: Math.sqrt(squares / finite), zeros, notFinite: values.length - finite };
}
