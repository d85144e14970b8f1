import { GELU, LEAKY_SLOPE } from '../../../../model/plain/activation';
import type { Activation } from '../../../../model/settings';
import type { FunctionBuilder } from '../assembler/function';
import { f32x4, i32x4, type MultiplyAdd, type V128, v128 } from '../assembler/values';

/** e^x overflows above and is as good as 0 below. */
const EXP_RANGE = { least: -87, most: 88 } as const;
const LOG2_E = Math.LOG2E;
/** ln 2 in two parts: the first has so few digits that its product with a whole number is exact. */
const LN2_HIGH = 0.693359375;
const LN2_LOW = Math.LN2 - LN2_HIGH;
/** Taylor series of e^r: for |r| ≤ ln 2 / 2 the next term is below 5e-9. */
const EXP_TERMS = 7;
const MANTISSA_BITS = 23;
const EXPONENT_BIAS = 127;

/** e^x of each lane: x = n·ln 2 + r, e^x = 2ⁿ·e^r. */
export function exp(f: FunctionBuilder, madd: MultiplyAdd, x: V128): V128 {
  const clamped = f.local(
    'v128',
    f32x4.pmin(f32x4.pmax(x, f32x4.const(EXP_RANGE.least)), f32x4.const(EXP_RANGE.most)),
  );
  const n = f.local('v128', f32x4.nearest(f32x4.mul(clamped.get, f32x4.const(LOG2_E))));
  const high = madd(n.get, f32x4.const(-LN2_HIGH), clamped.get);
  const r = f.local('v128', madd(n.get, f32x4.const(-LN2_LOW), high));
  let factorial = 1;
  for (let k = 2; k <= EXP_TERMS; k++) factorial *= k;
  const sum = f.local('v128', f32x4.const(1 / factorial));
  for (let k = EXP_TERMS - 1; k >= 0; k--) {
    factorial /= k + 1;
    sum.set(madd(sum.get, r.get, f32x4.const(1 / factorial)));
  }
  const exponent = i32x4.add(i32x4.truncSat(n.get), v128.const(EXPONENT_BIAS));
  return f32x4.mul(sum.get, i32x4.shl(exponent, MANTISSA_BITS));
}

/** 1 − 2/(e²ˣ + 1) */
function tanh(f: FunctionBuilder, madd: MultiplyAdd, x: V128): V128 {
  const one = f32x4.const(1);
  const doubled = exp(f, madd, f32x4.add(x, x));
  return f32x4.sub(one, f32x4.div(f32x4.const(2), f32x4.add(doubled, one)));
}

/**
 * Those that are computed where the sums are, since their slope follows from what they make, and no order is changed
 * by them: GELU is a stage of its own.
 */
export type FusedActivation = Exclude<Activation, 'gelu'>;

/**
 * The activation of each lane.
 * @param x - may be read twice, so it has to be cheap
 */
export function activate(
  f: FunctionBuilder,
  madd: MultiplyAdd,
  activation: FusedActivation | undefined,
  x: V128,
): V128 {
  const one = f32x4.const(1);
  switch (activation) {
    case undefined:
      return x;
    case 'relu':
      return f32x4.pmax(x, f32x4.const(0));
    case 'leaky-relu':
      return f32x4.pmax(x, f32x4.mul(x, f32x4.const(LEAKY_SLOPE)));
    case 'sigmoid':
      return f32x4.div(one, f32x4.add(one, exp(f, madd, f32x4.neg(x))));
    case 'tanh':
      return tanh(f, madd, x);
    default:
      return activation satisfies never;
  }
}

/**
 * The gradient in front of an activation.
 * @param y - the activation's output; read twice, so it has to be cheap
 * @param gradient - of the loss by y
 */
export function throughActivation(activation: FusedActivation | undefined, y: V128, gradient: V128): V128 {
  const one = f32x4.const(1);
  switch (activation) {
    case undefined:
      return gradient;
    case 'relu':
      return v128.and(gradient, f32x4.gt(y, f32x4.const(0)));
    case 'leaky-relu': {
      const slope = v128.bitselect(one, f32x4.const(LEAKY_SLOPE), f32x4.gt(y, f32x4.const(0)));
      return f32x4.mul(gradient, slope);
    }
    case 'sigmoid':
      return f32x4.mul(gradient, f32x4.mul(y, f32x4.sub(one, y)));
    case 'tanh':
      return f32x4.mul(gradient, f32x4.sub(one, f32x4.mul(y, y)));
    default:
      return activation satisfies never;
  }
}

/** GELU of each lane: its value, and its slope. */
export function gelu(f: FunctionBuilder, madd: MultiplyAdd, given: V128): { value: V128; slope: V128 } {
  const x = f.local('v128', given);
  const half = f32x4.const(0.5);
  const one = f32x4.const(1);
  const square = f.local('v128', f32x4.mul(x.get, x.get));
  const inner = f32x4.mul(
    x.get,
    madd(square.get, f32x4.const(GELU.scale * GELU.cubic), f32x4.const(GELU.scale)),
  );
  const t = f.local('v128', tanh(f, madd, f.local('v128', inner).get));
  const below = f32x4.mul(half, f32x4.add(one, t.get));
  const bend = madd(square.get, f32x4.const(3 * GELU.scale * GELU.cubic), f32x4.const(GELU.scale));
  const rise = f32x4.mul(f32x4.mul(half, x.get), f32x4.sub(one, f32x4.mul(t.get, t.get)));
  return { value: f32x4.mul(x.get, below), slope: madd(rise, bend, below) };
}
