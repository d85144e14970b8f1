import { BATCH_NORM } from '../../../../model/layers/batch-norm';
import type { Callee, Local } from '../assembler/function';
import { f32x4, type I32, i32, type V128, v128 } from '../assembler/values';
import { FLOAT_BYTES, VECTOR_BYTES } from '../layout';
import type { Emitter } from './emitter';

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
/** Where vectors of all parameters begin, and what part of them is running averages of normalisations, in floats. */
interface RunningAverages {
  readonly weights: number;
  /** Of the average of the weights, where there is one. */
  readonly average: number | undefined;
  readonly first: number;
  readonly end: number;
}

/**
 * Moves the running averages of normalisations on, and what they are in the average of the weights.
 * @returns function(gradient, blend): what the batch was found to have lies in their place in the gradient
 */
export function averageParameters(
  { module, madd }: Emitter,
  { weights, average, first, end }: RunningAverages,
): Callee {
  return module.function('average', ['i32', 'f32'], (f) => {
    const gradient = f.parameter('i32', 0).get;
    const blend = f.local('v128', f32x4.splat(f.parameter('f32', 1).get));
    for (let at = first * FLOAT_BYTES; at < end * FLOAT_BYTES; at += VECTOR_BYTES) {
      const kept = f32x4.mul(v128.load(i32.const(weights + at)), f32x4.const(BATCH_NORM.keep));
      const found = f32x4.mul(v128.load(gradient, at), f32x4.const(1 - BATCH_NORM.keep));
      f.store(i32.const(weights + at), 0, f32x4.add(kept, found));
      if (average === undefined) continue;
      const own = v128.load(i32.const(weights + at));
      f.store(i32.const(average + at), 0, blended(madd, i32.const(average + at), own, blend));
    }
  });
}

/** The average a of some weights w, moved on by a step: a + blend · (w − a). */
export const blended = (madd: Emitter['madd'], average: I32, weights: V128, blend: Local<'v128'>): V128 =>
  madd(f32x4.sub(weights, v128.load(average)), blend.get, v128.load(average));

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
