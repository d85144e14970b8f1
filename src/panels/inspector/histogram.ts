import { binCounts, type Spread, spreadOf } from '../../metrics/histogram';

export interface Histogram extends Spread {
  readonly bins: readonly Bin[];
}

interface Bin {
  /** In the middle of the bin. */
  readonly at: number;
  readonly count: number;
}

/**
 * @param count - of bins, all of one width; there is one bin where all numbers are equal
 * @returns undefined where there are no finite numbers
 */
export function histogram(values: Float32Array, count: number): Histogram | undefined {
  const spread = spreadOf(values);
  if (!spread) return undefined;
  const { min, max } = spread;
  const counts = binCounts(values, spread, min === max ? 1 : count);
  const width = (max - min) / counts.length;
  return {
    ...spread,
    bins: Array.from(counts, (inBin, i) => ({ at: min + (i + 0.5) * width, count: inBin })),
  };
}
