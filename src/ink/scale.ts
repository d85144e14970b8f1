import type { Box } from './bounding-box';
import { PAD_SIDE } from './stroke';

/** The longest side of every MNIST digit, pixels. */
export const DIGIT_SIDE = 20;

/** Pixels of the pad for one of a 28×28 image. */
const PAD_PIXELS = 10;

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** [height × width] row by row, 0 background to 1 ink */
  readonly values: Float32Array;
}

/**
 * The ink inside of a box, its longest side scaled to 20 pixels and the other one in proportion, rounded to at
 * least one. Every new pixel is the mean of the area that it covers, which is where MNIST's greys come from too.
 * @param ink - [280 × 280] row by row, 0 to 1
 */
export function scaleToDigit(ink: Float32Array, box: Box): Picture {
  const factor = DIGIT_SIDE / Math.max(box.width, box.height);
  const width = Math.max(1, Math.round(box.width * factor));
  const height = Math.max(1, Math.round(box.height * factor));
  return meanOf(ink, box, width, height);
}

/**
 * The ink inside of a box with ten pixels of the pad for one, rounded to at least one: as small as it was drawn.
 * @param ink - [280 × 280] row by row, 0 to 1
 */
export function scaleByTen(ink: Float32Array, box: Box): Picture {
  const width = Math.max(1, Math.round(box.width / PAD_PIXELS));
  const height = Math.max(1, Math.round(box.height / PAD_PIXELS));
  return meanOf(ink, box, width, height);
}

/**
 * The part of the pad inside of a box as `width` × `height` pixels, each the mean of the area that it covers: first
 * along the rows, then along the columns.
 * @param ink - [280 × 280] row by row, 0 to 1
 */
export function meanOf(ink: Float32Array, box: Box, width: number, height: number): Picture {
  const narrow = new Float64Array(box.height * width);
  shareOut(box.width, width, (column, x, share) => {
    for (let row = 0; row < box.height; row++) {
      const value = ink[(box.top + row) * PAD_SIDE + box.left + column] as number;
      narrow[row * width + x] = (narrow[row * width + x] as number) + share * value;
    }
  });
  const sums = new Float64Array(height * width);
  shareOut(box.height, height, (row, y, share) => {
    for (let x = 0; x < width; x++) {
      sums[y * width + x] = (sums[y * width + x] as number) + share * (narrow[row * width + x] as number);
    }
  });
  // The shares add up to 1 but for rounding.
  return { width, height, values: Float32Array.from(sums, (sum) => Math.min(1, sum)) };
}

/**
 * For each of `count` equal parts of [0, length): which pixels it covers.
 * @param give - gets a pixel, the part, and the share of the part that the pixel takes, 0 to 1
 */
function shareOut(
  length: number,
  count: number,
  give: (pixel: number, part: number, share: number) => void,
): void {
  const extent = length / count;
  for (let part = 0; part < count; part++) {
    const from = part * extent;
    const to = Math.min(length, from + extent);
    for (let pixel = Math.floor(from); pixel < to; pixel++) {
      give(pixel, part, (Math.min(to, pixel + 1) - Math.max(from, pixel)) / extent);
    }
  }
}
