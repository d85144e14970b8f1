import type { Callee } from '../assembler/function';
import { f32x4, v128 } from '../assembler/values';
import type { Layout } from '../layout';
import type { ResidualStage } from '../stage';
import type { Emitter } from './emitter';
import { overValues } from './over-values';

/**
 * Adds to what a layer has made what that layer was given.
 * @returns function(made, sum, given): addresses of one image's values
 */
export function residualForward({ module }: Emitter, { input, output, given }: ResidualStage): Callee {
  return module.function('residual', ['i32', 'i32', 'i32'], (f) => {
    const made = { layout: input, at: f.parameter('i32', 0) };
    const to = { layout: output, at: f.parameter('i32', 1) };
    const around = { layout: given.layout, at: f.parameter('i32', 2) };
    overValues(f, [made, to, around], () => {
      f.store(to.at.get, 0, f32x4.add(v128.load(made.at.get), v128.load(around.at.get)));
    });
  });
}

/**
 * Hands a gradient on as it is.
 * @param to - how the gradient lies that is written
 * @param adds - to what lies there; else it takes its place
 * @returns function(gradient, to): addresses of one image's values
 */
export function residualBackward(
  { module }: Emitter,
  { output }: ResidualStage,
  to: Layout,
  adds: boolean,
): Callee {
  return module.function('residual gradient', ['i32', 'i32'], (f) => {
    const from = { layout: output, at: f.parameter('i32', 0) };
    const target = { layout: to, at: f.parameter('i32', 1) };
    overValues(f, [from, target], () => {
      const gradient = v128.load(from.at.get);
      f.store(target.at.get, 0, adds ? f32x4.add(v128.load(target.at.get), gradient) : gradient);
    });
  });
}
