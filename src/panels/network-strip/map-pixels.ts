import { VIRIDIS } from '../../charts/viridis';
import type { LayerOutput } from '../../protocol/inspect';
import type { Pixels } from '../../ui/pixels';

export interface ValueRange {
  readonly min: number;
  readonly max: number;
}

/** Lowest and highest value; 0 to 0 where there are none or one isn't finite. */
export function rangeOf(values: Float32Array): ValueRange {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return Number.isFinite(min) && Number.isFinite(max) ? { min, max } : { min: 0, max: 0 };
}

/**
 * One map of a layer in viridis.
 * @param channel - from 0
 * @param range - of the whole layer, so that its maps can be compared
 */
export function mapPixels({ shape, values }: LayerOutput, channel: number, range: ValueRange): Pixels {
  const [height, width = 1, channels = 1] = shape;
  return viridisPixels(width, height, range, (pixel) => values[pixel * channels + channel]);
}

/** A dense layer's units row by row; cells beyond the last unit stay transparent. */
export function unitPixels(
  { values }: LayerOutput,
  { columns, rows }: { readonly columns: number; readonly rows: number },
  range: ValueRange,
): Pixels {
  return viridisPixels(columns, rows, range, (pixel) => values[pixel]);
}

function viridisPixels(
  width: number,
  height: number,
  { min, max }: ValueRange,
  valueAt: (pixel: number) => number | undefined,
): Pixels {
  const rgba = new Uint8ClampedArray(width * height * 4);
  const scale = max > min ? 255 / (max - min) : 0;
  for (let pixel = 0; pixel < width * height; pixel++) {
    const value = valueAt(pixel);
    if (value === undefined) continue;
    const step = Math.round((value - min) * scale) * 3;
    rgba[pixel * 4] = VIRIDIS[step] ?? 0;
    rgba[pixel * 4 + 1] = VIRIDIS[step + 1] ?? 0;
    rgba[pixel * 4 + 2] = VIRIDIS[step + 2] ?? 0;
    rgba[pixel * 4 + 3] = 255;
  }
  return { width, height, rgba };
}
