import { type ColourScheme, DIVERGING } from './diverging';
import type { ValueRange } from './value-range';
import { VIRIDIS } from './viridis';

/** Which colour stands for which value. */
export interface ColourScale extends ValueRange {
  /** Red, green, blue of 256 steps from `min` to `max`: uint8, [256, 3]. */
  readonly table: Uint8Array;
}

/** Pixels of a picture, ready for putImageData. */
interface ColouredPixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha, [height, width, 4]. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** Viridis from the lowest to the highest value where none is negative; else diverging, as far to both sides of 0. */
export function colourScale({ min, max }: ValueRange, scheme: ColourScheme): ColourScale {
  if (min >= 0) return { min, max, table: VIRIDIS };
  const end = Math.max(-min, max);
  return { min: -end, max: end, table: DIVERGING[scheme] };
}

/**
 * A picture of values; what is not a finite number stays transparent.
 * @param valueAt - of a pixel, counted row by row
 */
export function colouredPixels(
  width: number,
  height: number,
  scale: ColourScale,
  valueAt: (pixel: number) => number | undefined,
): ColouredPixels {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const value = valueAt(pixel);
    if (value !== undefined && Number.isFinite(value)) colourPixel(rgba, pixel, scale, value);
  }
  return { width, height, rgba };
}

/** Writes the colour of a finite value at a pixel of [pixels, 4]. */
export function colourPixel(rgba: Uint8ClampedArray, pixel: number, scale: ColourScale, value: number): void {
  const { min, max, table } = scale;
  // One value alone: the lowest colour, or the middle of a diverging scale, whose ends are never equal.
  const share = max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0;
  const step = Math.round(share * 255) * 3;
  rgba[pixel * 4] = table[step] as number;
  rgba[pixel * 4 + 1] = table[step + 1] as number;
  rgba[pixel * 4 + 2] = table[step + 2] as number;
  rgba[pixel * 4 + 3] = 255;
}
