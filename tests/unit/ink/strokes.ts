import fc from 'fast-check';
import type { Stroke } from '../../../src/ink/stroke';

/** One to three strokes of two to eight points, each coordinate from `low` to `high`. */
export function strokesWithin(low: number, high: number): fc.Arbitrary<Stroke[]> {
  const coordinate = fc.double({ min: low, max: high, noNaN: true });
  const points = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 2, maxLength: 8 });
  const stroke = fc.record({ points, width: fc.integer({ min: 12, max: 30 }) });
  return fc.array(stroke, { minLength: 1, maxLength: 3 });
}

/** Every point p becomes `factor`·p + shift, and the pen `factor` times as wide. */
export function transform(
  strokes: readonly Stroke[],
  factor: number,
  shiftX: number,
  shiftY: number,
): Stroke[] {
  return strokes.map(({ points, width }) => ({
    points: points.map(({ x, y }) => ({ x: x * factor + shiftX, y: y * factor + shiftY })),
    width: width * factor,
  }));
}

export const mass = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0);
