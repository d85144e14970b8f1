import { INPUT_SIDE } from '../../../../model/network';
import type { Callee } from '../assembler/function';
import { f32x4, i32, LANES, v128 } from '../assembler/values';
import { FLOAT_BYTES, type Layout, VECTOR_BYTES } from '../layout';
import type { Emitter } from './emitter';

const WHITE = 255;

/**
 * Makes numbers from 0 to 1 of images of bytes, and puts them where the first layer wants them.
 * @returns function(bytes, images): address of the first image, 28×28 bytes each
 */
export function loadImages({ module }: Emitter, layout: Layout, values: number): Callee {
  return module.function('images', ['i32', 'i32'], (f) => {
    const from = f.parameter('i32', 0);
    const to = f.local('i32', i32.const(values + layout.origin * FLOAT_BYTES));
    f.repeat(f.parameter('i32', 1).get, () => {
      f.repeat(INPUT_SIDE, () => {
        f.repeat(INPUT_SIDE / LANES, () => {
          const words = v128.bytesToWords(v128.load32Zero(from.get));
          f.store(to.get, 0, f32x4.div(f32x4.convert(words), f32x4.const(WHITE)));
          f.increase(from, LANES);
          f.increase(to, VECTOR_BYTES);
        });
        f.increase(to, (layout.row - INPUT_SIDE) * FLOAT_BYTES);
      });
      f.increase(to, (layout.size - INPUT_SIDE * layout.row) * FLOAT_BYTES);
    });
  });
}
