import { INPUT_SIDE } from '../../model/network';

/** Side of the grid of control points, and pixels between two of them. */
const CONTROLS = 7;
const SPACING = (INPUT_SIDE - 1) / (CONTROLS - 3);
/** Control points that move one pixel. */
const REACH = 4;

/** Values a field takes: x and y of every control point. */
export const FIELD_VALUES = 2 * CONTROLS * CONTROLS;

/** The four weights of a uniform cubic B-spline at the fraction `t` of its interval. */
const splineWeights = (t: number): readonly number[] => [
  (1 - t) ** 3 / 6,
  (3 * t ** 3 - 6 * t ** 2 + 4) / 6,
  (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) / 6,
  t ** 3 / 6,
];

/** For each row, or column: the first control point that moves it, and the weights of the four. */
const FIRST = new Uint8Array(INPUT_SIDE);
const WEIGHTS = new Float64Array(INPUT_SIDE * REACH);
for (let at = 0; at < INPUT_SIDE; at++) {
  const first = Math.min(CONTROLS - REACH, Math.floor(at / SPACING));
  FIRST[at] = first;
  WEIGHTS.set(splineWeights(at / SPACING - first), at * REACH);
}

/**
 * A smooth field of displacements (after Simard, Steinkraus and Platt, ICDAR 2003, who smooth noise; a spline through
 * few random points is as smooth and costs less).
 * @param controls - [7, 7] row by row
 * @param field - gets [28, 28] row by row
 */
export function spreadControls(controls: Float64Array, field: Float64Array): void {
  const line = new Float64Array(CONTROLS);
  for (let row = 0; row < INPUT_SIDE; row++) {
    line.fill(0);
    for (let i = 0; i < REACH; i++) {
      const weight = WEIGHTS[row * REACH + i] as number;
      const start = ((FIRST[row] as number) + i) * CONTROLS;
      for (let column = 0; column < CONTROLS; column++) {
        line[column] = (line[column] as number) + weight * (controls[start + column] as number);
      }
    }
    for (let column = 0; column < INPUT_SIDE; column++) {
      const first = FIRST[column] as number;
      let sum = 0;
      for (let i = 0; i < REACH; i++) {
        sum += (WEIGHTS[column * REACH + i] as number) * (line[first + i] as number);
      }
      field[row * INPUT_SIDE + column] = sum;
    }
  }
}
