import { BATCH_NORM } from '../../../../model/layers/batch-norm';
import type { Optimizer } from '../../../../model/settings';
import { ADAM } from '../../adam';
import type { Callee, FunctionBuilder, Local } from '../assembler/function';
import { f32x4, i32, type V128, v128 } from '../assembler/values';
import { FLOAT_BYTES, VECTOR_BYTES } from '../layout';
import type { Emitter } from './emitter';

/** Vectors of all parameters: their address, and their floats (a multiple of four). */
interface ParameterRegions {
  readonly weights: number;
  /** The optimizer's own vectors, as many as it needs. */
  readonly state: readonly number[];
  readonly floats: number;
}

/** How many vectors of state an optimizer keeps. */
export const STATE_VECTORS: Record<Optimizer, number> = { sgd: 0, momentum: 1, adam: 2 };

/** @returns function(a, b): a ← a + b, vectors of all parameters */
export function addParameters({ module }: Emitter, floats: number): Callee {
  return module.function('add', ['i32', 'i32'], (f) => {
    const [a, b] = [f.parameter('i32', 0), f.parameter('i32', 1)];
    f.repeat(floats / 4, () => {
      f.store(a.get, 0, f32x4.add(v128.load(a.get), v128.load(b.get)));
      f.increase(a, VECTOR_BYTES);
      f.increase(b, VECTOR_BYTES);
    });
  });
}

/** @returns function(a): a ← 0 */
export function clearParameters({ module }: Emitter, floats: number): Callee {
  return module.function('clear', ['i32'], (f) =>
    f.zero(f.parameter('i32', 0).get, i32.const(floats * FLOAT_BYTES)),
  );
}

/**
 * The optimizer's step, by the formulas of ../../optimizer.ts.
 * @returns function(gradient, rate, factor): these two by `updateFactors`
 */
export function updateParameters(
  { module, madd }: Emitter,
  optimizer: Optimizer,
  regions: ParameterRegions,
): Callee {
  return module.function('update', ['i32', 'f32', 'f32'], (f) => {
    const gradient = f.parameter('i32', 0);
    const rate = f.local('v128', f32x4.splat(f.parameter('f32', 1).get));
    const factor = f.local('v128', f32x4.splat(f.parameter('f32', 2).get));
    const weights = f.local('i32', i32.const(regions.weights));
    const state = regions.state.map((address) => f.local('i32', i32.const(address)));
    f.repeat(regions.floats / 4, () => {
      const g = f.local('v128', v128.load(gradient.get));
      const change = changeOf(f, optimizer, { g, rate, factor, state, madd });
      f.store(weights.get, 0, f32x4.sub(v128.load(weights.get), change));
      for (const pointer of [gradient, weights, ...state]) f.increase(pointer, VECTOR_BYTES);
    });
  });
}

/**
 * Moves the running averages of normalisations on, as far as they lie in a vector of all parameters.
 * @returns function(gradient): what the batch was found to have lies in their place there
 */
export function averageParameters(
  { module }: Emitter,
  weights: number,
  { first, end }: { readonly first: number; readonly end: number },
): Callee {
  return module.function('average', ['i32'], (f) => {
    const gradient = f.parameter('i32', 0).get;
    for (let at = first * FLOAT_BYTES; at < end * FLOAT_BYTES; at += VECTOR_BYTES) {
      const kept = f32x4.mul(v128.load(i32.const(weights + at)), f32x4.const(BATCH_NORM.keep));
      const found = f32x4.mul(v128.load(gradient, at), f32x4.const(1 - BATCH_NORM.keep));
      f.store(i32.const(weights + at), 0, f32x4.add(kept, found));
    }
  });
}

/** Vectors of one step of the update. */
interface UpdateValues {
  readonly g: Local<'v128'>;
  readonly rate: Local<'v128'>;
  readonly factor: Local<'v128'>;
  readonly state: readonly Local<'i32'>[];
  readonly madd: Emitter['madd'];
}

function changeOf(f: FunctionBuilder, optimizer: Optimizer, values: UpdateValues): V128 {
  const { g, rate, factor, madd } = values;
  const [first, second] = values.state;
  switch (optimizer) {
    case 'sgd':
      return f32x4.mul(g.get, rate.get);
    case 'momentum': {
      if (!first) throw new RangeError('momentum needs a vector of velocities');
      const velocity = f.local('v128', madd(v128.load(first.get), factor.get, g.get));
      f.store(first.get, 0, velocity.get);
      return f32x4.mul(velocity.get, rate.get);
    }
    case 'adam': {
      if (!first || !second) throw new RangeError('Adam needs two vectors of moments');
      const decayed = f32x4.mul(v128.load(first.get), f32x4.const(ADAM.beta1));
      const mean = f.local('v128', madd(g.get, f32x4.const(1 - ADAM.beta1), decayed));
      const decayedSquare = f32x4.mul(v128.load(second.get), f32x4.const(ADAM.beta2));
      const newSquare = f32x4.mul(f32x4.mul(g.get, g.get), f32x4.const(1 - ADAM.beta2));
      const square = f.local('v128', f32x4.add(newSquare, decayedSquare));
      f.store(first.get, 0, mean.get);
      f.store(second.get, 0, square.get);
      const scale = f32x4.add(f32x4.sqrt(f32x4.mul(square.get, factor.get)), f32x4.const(ADAM.epsilon));
      return f32x4.div(f32x4.mul(mean.get, rate.get), scale);
    }
    default:
      return optimizer satisfies never;
  }
}

/**
 * Copies the weights into another order: to[i] ← weights[table[i]].
 * @returns function(to, table, floats): the table holds byte addresses
 */
export function gatherParameters({ module }: Emitter): Callee {
  return module.function('gather', ['i32', 'i32', 'i32'], (f) => {
    const [to, table, left] = [0, 1, 2].map((i) => f.parameter('i32', i)) as [
      Local<'i32'>,
      Local<'i32'>,
      Local<'i32'>,
    ];
    const UNROLLED = 4;
    f.repeat(i32.shrU(left.get, i32.const(2)), () => {
      for (let i = 0; i < UNROLLED; i++) {
        f.storeI32(to.get, i * FLOAT_BYTES, i32.load(i32.load(table.get, i * FLOAT_BYTES)));
      }
      f.increase(to, UNROLLED * FLOAT_BYTES);
      f.increase(table, UNROLLED * FLOAT_BYTES);
    });
  });
}
