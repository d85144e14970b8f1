import { INPUT_SIDE, INPUT_SIZE } from '../../model/input';

const rows = new Uint8Array(INPUT_SIZE);

/**
 * Makes strokes bolder (grey dilation over a cross of three by three pixels) or thinner (erosion).
 * @param image - [784], changed in place
 * @param amount - −1 to 1: 1 takes the brightest neighbour, −1 the darkest, in between a mean with the pixel itself
 */
export function changeStrokeWidth(image: Uint8Array, amount: number): void {
  const share = Math.abs(amount);
  rows.set(image);
  for (let row = 0, i = 0; row < INPUT_SIDE; row++) {
    for (let column = 0; column < INPUT_SIDE; column++, i++) {
      const here = rows[i] as number;
      const left = column > 0 ? (rows[i - 1] as number) : 0;
      const right = column < INPUT_SIDE - 1 ? (rows[i + 1] as number) : 0;
      const above = row > 0 ? (rows[i - INPUT_SIDE] as number) : 0;
      const below = row < INPUT_SIDE - 1 ? (rows[i + INPUT_SIDE] as number) : 0;
      const neighbour =
        amount > 0 ? Math.max(here, left, right, above, below) : Math.min(here, left, right, above, below);
      image[i] = here + share * (neighbour - here) + 0.5;
    }
  }
}
