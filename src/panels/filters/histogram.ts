/** How often values lie where. */
export interface Histogram {
  /** Of equal bins from −end to end, an odd number, so that the middle one is around 0. */
  readonly counts: readonly number[];
  readonly end: number;
  readonly mean: number;
  readonly deviation: number;
}

/**
 * @param values - those that are no numbers are left out
 * @param bins - odd
 */
export function histogram(values: ArrayLike<number>, bins: number): Histogram {
  let end = 0;
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value)) continue;
    end = Math.max(end, Math.abs(value));
    sum += value;
    squares += value * value;
    count += 1;
  }
  const counts = new Array<number>(bins).fill(0);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value)) continue;
    const share = end > 0 ? (value / end + 1) / 2 : 0.5;
    const bin = Math.min(bins - 1, Math.floor(share * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const mean = count > 0 ? sum / count : 0;
  const deviation = count > 0 ? Math.sqrt(Math.max(0, squares / count - mean * mean)) : 0;
  return { counts, end, mean, deviation };
}

/** The outline of the bars as an SVG path, 1 wide and 1 high, the highest bar as high as that. */
export function barsPath(counts: readonly number[]): string {
  const highest = Math.max(1, ...counts);
  const width = 1 / Math.max(1, counts.length);
  const steps = counts.map((count, bin) => {
    const height = Number((1 - count / highest).toFixed(4));
    return `V${height}H${Number(((bin + 1) * width).toFixed(4))}`;
  });
  return `M0 1${steps.join('')}V1Z`;
}
