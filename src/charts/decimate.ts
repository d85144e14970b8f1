/** Means over buckets of neighbours. */
interface Decimated {
  /** Values that make one bucket; the last bucket may hold fewer. A power of two. */
  readonly bucket: number;
  /** 1-based position of each bucket's last value. */
  readonly x: number[];
  readonly y: number[];
}

/**
 * A long series in few points. Buckets hold a power of two, so that a growing series keeps its buckets until it has
 * doubled: a live line does not tremble.
 * @param maxPoints - from 1
 */
export function decimate(values: ArrayLike<number>, maxPoints: number): Decimated {
  let bucket = 1;
  while (Math.ceil(values.length / bucket) > maxPoints) bucket *= 2;
  const x: number[] = [];
  const y: number[] = [];
  for (let start = 0; start < values.length; start += bucket) {
    const end = Math.min(start + bucket, values.length);
    let sum = 0;
    for (let i = start; i < end; i++) sum += values[i] as number;
    x.push(end);
    y.push(sum / (end - start));
  }
  return { bucket, x, y };
}
