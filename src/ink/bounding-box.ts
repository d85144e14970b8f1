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
  let [left, right, top, bottom] = [PAD_SIDE, -1, PAD_SIDE, -1];
  for (let row = 0; row < PAD_SIDE; row++) {
    for (let column = 0; column < PAD_SIDE; column++) {
      if ((ink[row * PAD_SIDE + column] ?? 0) < INK_THRESHOLD) continue;
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = row;
    }
  }
  if (right < 0) return undefined;
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}
