import { INPUT_SIDE } from '../../model/input';

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
  for (let row = 0; row < INPUT_SIDE; row++) {
    const start = (FIRST[row] as number) * CONTROLS;
    for (let column = 0; column < CONTROLS; column++) {
      line[column] = ofFour(row, controls, start + column, CONTROLS);
    }
    for (let column = 0; column < INPUT_SIDE; column++) {
      field[row * INPUT_SIDE + column] = ofFour(column, line, FIRST[column] as number, 1);
    }
  }
}

/** Of one row of pixels, at the control points' columns. */
const line = new Float64Array(CONTROLS);

/** Weighs four values, `stride` apart, for the pixel at `at`. */
function ofFour(at: number, values: Float64Array, first: number, stride: number): number {
  const weights = at * REACH;
  return (
    (WEIGHTS[weights] as number) * (values[first] as number) +
    (WEIGHTS[weights + 1] as number) * (values[first + stride] as number) +
    (WEIGHTS[weights + 2] as number) * (values[first + 2 * stride] as number) +
    (WEIGHTS[weights + 3] as number) * (values[first + 3 * stride] as number)
  );
}
