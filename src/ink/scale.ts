import type { Box } from './bounding-box';
import { PAD_SIDE } from './stroke';

/** The longest side of every MNIST digit, pixels. */
export const DIGIT_SIDE = 20;

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
 * The part of the pad inside of a box as `width` × `height` pixels, each the mean of the area that it covers.
 * @param ink - [280 × 280] row by row, 0 to 1
 */
export function meanOf(ink: Float32Array, box: Box, width: number, height: number): Picture {
  const columns = shares(box.left, box.width, width);
  const rows = shares(box.top, box.height, height);
  const values = new Float32Array(width * height);
  rows.forEach((row, y) => {
    columns.forEach((column, x) => {
      let sum = 0;
      for (const inY of row) {
        for (const inX of column) {
          sum += (ink[inY.pixel * PAD_SIDE + inX.pixel] ?? 0) * inY.share * inX.share;
        }
      }
      // The shares add up to 1 but for rounding.
      values[y * width + x] = Math.min(1, sum);
    });
  });
  return { width, height, values };
}

interface Share {
  readonly pixel: number;
  /** Of the new pixel's extent, 0 to 1. */
  readonly share: number;
}

/** For each of `count` equal parts of the pixels [start, start + length): which of them it covers, and how much. */
function shares(start: number, length: number, count: number): Share[][] {
  const extent = length / count;
  return Array.from({ length: count }, (_, part) => {
    const from = part * extent;
    const to = Math.min(length, from + extent);
    const covered: Share[] = [];
    for (let pixel = Math.floor(from); pixel < to; pixel++) {
      const share = (Math.min(to, pixel + 1) - Math.max(from, pixel)) / extent;
      covered.push({ pixel: start + pixel, share });
    }
    return covered;
  });
}
