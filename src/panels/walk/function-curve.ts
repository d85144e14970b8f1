import { activatedValue } from '../../model/plain/activation';
import type { NormArithmetic } from '../shared/arithmetic/arithmetic';
import { indexOf, type Place } from '../shared/arithmetic/picture';
import type { View } from './view';

/** A function of one number, with one place on it. */
export interface Curve {
  readonly of: (x: number) => number;
  readonly at: number;
  /** What x there is among the values of the map, and always 0. */
  readonly from: number;
  readonly to: number;
}

/** What turns each value into another by itself: an activation. */
export function activationCurve({ inside, values: { given } }: View, place: Place): Curve {
  const at = given.values[indexOf(given.shape, place)] ?? 0;
  const { from, to } = around(at, -4, 4);
  return { of: (x) => activatedValue(x, inside.activation), at, from, to };
}

/** What a normalisation makes of a value: a straight line. */
export function normCurve({ value, mean, deviation, scale, shift }: NormArithmetic): Curve {
  const { from, to } = around(value, mean - 3 * deviation, mean + 3 * deviation);
  return { of: (x) => ((x - mean) / deviation) * scale + shift, at: value, from, to };
}

const around = (at: number, low: number, high: number) => ({
  from: Math.min(low, at, 0),
  to: Math.max(high, at, 0),
});
