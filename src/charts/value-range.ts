export interface ValueRange {
  readonly min: number;
  readonly max: number;
}

/** What shares one colour scale: each map (or filter) by itself, the maps of a layer, or all layers. */
export type ScaleExtent = 'map' | 'layer' | 'network';
export const SCALE_EXTENTS: readonly ScaleExtent[] = ['map', 'layer', 'network'];

/**
 * Lowest and highest finite value of every `stride`-th one from `start` on; 0 to 0 where there is none.
 * A map of an output [height, width, channels] is `rangeOf(values, channel, channels)`; a filter of a kernel
 * [height, width, in, out] is `rangeOf(kernel, filter, out)`.
 */
export function rangeOf(values: ArrayLike<number>, start = 0, stride = 1): ValueRange {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = start; i < values.length; i += stride) {
    const value = values[i] as number;
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return min <= max ? { min, max } : { min: 0, max: 0 };
}

/** The range that holds all of some ranges; 0 to 0 of none. */
export function unionOf(ranges: Iterable<ValueRange>): ValueRange {
  let union: ValueRange | undefined;
  for (const { min, max } of ranges) {
    union = union ? { min: Math.min(union.min, min), max: Math.max(union.max, max) } : { min, max };
  }
  return union ?? { min: 0, max: 0 };
}
