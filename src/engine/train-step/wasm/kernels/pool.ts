import type { Callee, FunctionBuilder, Local } from '../assembler/function';
import { f32, f32x4, i32, LANES, v128 } from '../assembler/values';
import { channelVectors, FLOAT_BYTES, VECTOR_BYTES } from '../layout';
import type { PoolStage } from '../stage';
import type { Emitter } from './emitter';

/**
 * Walks over all output vectors of one image; `window` is the offset of the window's first vector in the input. On the
 * image itself, whose pixels are single numbers, a vector reaches over the neighbours: what becomes of these is filling.
 */
function overWindows(
  f: FunctionBuilder,
  { input, output, stride }: PoolStage,
  x: Local<'i32'>,
  y: Local<'i32'>,
  body: (window: Local<'i32'>, at: Local<'i32'>) => void,
): void {
  const window = f.local('i32', i32.plus(x.get, input.origin * FLOAT_BYTES));
  const at = f.local('i32', i32.plus(y.get, output.origin * FLOAT_BYTES));
  const vectors = channelVectors(output);
  f.repeat(output.height, () => {
    f.repeat(output.width, () => {
      f.repeat(vectors, () => {
        body(window, at);
        f.increase(window, VECTOR_BYTES);
        f.increase(at, VECTOR_BYTES);
      });
      f.increase(window, stride * input.pixel * FLOAT_BYTES - vectors * VECTOR_BYTES);
    });
    f.increase(window, (stride * input.row - output.width * stride * input.pixel) * FLOAT_BYTES);
    f.increase(at, (output.row - output.width * output.pixel) * FLOAT_BYTES);
  });
}

/** Offsets in bytes of a window's vectors from its first. */
function windowOffsets({ size, input }: PoolStage): number[] {
  return Array.from(
    { length: size * size },
    (_, i) => (Math.floor(i / size) * input.row + (i % size) * input.pixel) * FLOAT_BYTES,
  );
}

/** Of a window; else it is the largest value. */
function takesMean({ kind }: PoolStage): boolean {
  switch (kind) {
    case 'avg-pool':
      return true;
    case 'max-pool':
      return false;
    default:
      return kind satisfies never;
  }
}

/**
 * Pooling of one image by itself.
 * @returns function(input, output, argmax): addresses; max-pooling notes in `argmax`, in the order of the outputs, the
 * distance in bytes from a window's first value to the one that won, the first of equals
 */
export function poolForward({ module }: Emitter, stage: PoolStage): Callee {
  const offsets = windowOffsets(stage);
  const isMean = takesMean(stage);
  return module.function('pool forward', ['i32', 'i32', 'i32'], (f) => {
    const argmax = f.parameter('i32', 2);
    const result = f.local('v128');
    const distance = f.local('v128');
    overWindows(f, stage, f.parameter('i32', 0), f.parameter('i32', 1), (window, at) => {
      result.set(v128.load(window.get));
      distance.set(v128.const(0));
      for (const offset of offsets.slice(1)) {
        const value = v128.load(window.get, offset);
        if (isMean) {
          result.set(f32x4.add(result.get, value));
        } else {
          const wins = f32x4.gt(value, result.get);
          distance.set(v128.bitselect(v128.const(offset), distance.get, wins));
          result.set(f32x4.pmax(result.get, value));
        }
      }
      if (isMean) result.set(f32x4.mul(result.get, f32x4.const(1 / offsets.length)));
      else f.store(argmax.get, 0, distance.get);
      f.increase(argmax, VECTOR_BYTES);
      f.store(at.get, 0, result.get);
    });
  });
}

/**
 * The gradient of one image's pooling.
 * @returns function(gradient of the input, gradient of the output, argmax): addresses; adds to the first
 */
export function poolBackward({ module }: Emitter, stage: PoolStage): Callee {
  const offsets = windowOffsets(stage);
  const isMean = takesMean(stage);
  return module.function('pool backward', ['i32', 'i32', 'i32'], (f) => {
    const argmax = f.parameter('i32', 2);
    const gradient = f.local('v128');
    const to = f.local('i32');
    overWindows(f, stage, f.parameter('i32', 0), f.parameter('i32', 1), (window, at) => {
      gradient.set(v128.load(at.get));
      if (isMean) {
        gradient.set(f32x4.mul(gradient.get, f32x4.const(1 / offsets.length)));
        for (const offset of offsets) {
          f.store(window.get, offset, f32x4.add(v128.load(window.get, offset), gradient.get));
        }
        return;
      }
      for (let lane = 0; lane < LANES; lane++) {
        to.set(i32.add(window.get, i32.load(argmax.get, lane * FLOAT_BYTES)));
        const sum = f32.add(f32.load(to.get, lane * FLOAT_BYTES), f32x4.lane(gradient.get, lane));
        f.storeF32(to.get, lane * FLOAT_BYTES, sum);
      }
      f.increase(argmax, VECTOR_BYTES);
    });
  });
}
