import type { Callee } from '../assembler/function';
import { f32x4, v128 } from '../assembler/values';
import type { GeluStage } from '../stage';
import { gelu } from './activation';
import type { Emitter } from './emitter';
import { overValues } from './over-values';

/**
 * GELU of one image's weighted sums.
 * @returns function(sums, values): addresses
 */
export function geluForward({ module, madd }: Emitter, { input, output }: GeluStage): Callee {
  return module.function('gelu', ['i32', 'i32', 'i32'], (f) => {
    const x = { layout: input, at: f.parameter('i32', 0) };
    const y = { layout: output, at: f.parameter('i32', 1) };
    overValues(f, [x, y], () => f.store(y.at.get, 0, gelu(f, madd, v128.load(x.at.get)).value));
  });
}

/**
 * The gradient in front of it.
 * @returns function(gradient of the values, gradient of the sums, sums): addresses
 */
export function geluBackward({ module, madd }: Emitter, { input, output }: GeluStage): Callee {
  return module.function('gelu gradient', ['i32', 'i32', 'i32'], (f) => {
    const from = { layout: output, at: f.parameter('i32', 0) };
    const to = { layout: input, at: f.parameter('i32', 1) };
    const x = { layout: input, at: f.parameter('i32', 2) };
    overValues(f, [from, to, x], () => {
      const { slope } = gelu(f, madd, v128.load(x.at.get));
      f.store(to.at.get, 0, f32x4.mul(v128.load(from.at.get), slope));
    });
  });
}
