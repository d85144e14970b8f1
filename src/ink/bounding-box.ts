import { PAD_SIDE } from './stroke';

/** Whole pixels of the pad. */
export interface Box {
  readonly left: number;
  readonly top: number;
  /** At least 1. */
  readonly width: number;
  readonly height: number;
}

/**
 * A pixel that is half covered belongs to the ink: so the box is as large as the ink itself, on average. A little
 * less than half, because half-pixel coordinates give exactly half, which must not hang on the last bit.
 */
const INK_THRESHOLD = 0.49;

/**
 * @param ink - [280 × 280] row by row, 0 to 1
 * @returns the smallest box around the ink, or undefined where there is none
 */
export function boundingBox(ink: Float32Array): Box | undefined {
  const top = firstRow(ink, 0, 1);
  if (top === undefined) return undefined;
  const bottom = firstRow(ink, PAD_SIDE - 1, -1) ?? top;
  let [left, right] = [PAD_SIDE, -1];
  for (let row = top; row <= bottom; row++) {
    const start = row * PAD_SIDE;
    // Only what lies beyond the edges found so far can move them.
    for (let column = 0; column < left; column++) {
      if ((ink[start + column] as number) >= INK_THRESHOLD) left = column;
    }
    for (let column = PAD_SIDE - 1; column > right; column--) {
      if ((ink[start + column] as number) >= INK_THRESHOLD) right = column;
    }
  }
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** The first row with ink, from `start` on in steps of `by`. */
function firstRow(ink: Float32Array, start: number, by: 1 | -1): number | undefined {
  for (let row = start; row >= 0 && row < PAD_SIDE; row += by) {
    for (let pixel = row * PAD_SIDE; pixel < (row + 1) * PAD_SIDE; pixel++) {
      if ((ink[pixel] as number) >= INK_THRESHOLD) return row;
    }
  }
  return undefined;
}
