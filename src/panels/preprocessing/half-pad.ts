import { PAD_SIDE } from '../../ink/stroke';
import type { GreyPicture } from '../../ui/pixels';

const SIDE = PAD_SIDE / 2;

/**
 * The pad at half its size, the mean of four pixels each: it is shown smaller still, and drawn at each stroke's every
 * move.
 * @param ink - [280 × 280] row by row, 0 to 1
 */
export function halfPad(ink: Float32Array): GreyPicture {
  const values = new Float32Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const at = 2 * row * PAD_SIDE + 2 * column;
      const above = (ink[at] as number) + (ink[at + 1] as number);
      const below = (ink[at + PAD_SIDE] as number) + (ink[at + PAD_SIDE + 1] as number);
      values[row * SIDE + column] = (above + below) / 4;
    }
  }
  return { width: SIDE, height: SIDE, values };
}
