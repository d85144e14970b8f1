import type { Callee, FunctionBuilder, Local } from '../assembler/function';
import { f32x4, i32, LANES, type V128, v128 } from '../assembler/values';
import { split } from '../blocking';
import { channelVectors, FLOAT_BYTES, roundUp, VECTOR_BYTES } from '../layout';
import type { DepthwiseStage } from '../stage';
import type { Emitter } from './emitter';

/**
 * Each channel has one kernel. Weights lie as [row][column][channels in whole vectors], so that a vector of channels
 * is multiplied by a vector of weights.
 */
export const depthwiseFloats = ({ kernel, input }: DepthwiseStage): number =>
  kernel * kernel * weightStep(input.channels);
/** From one pixel of the kernels to the next, in floats. */
export const weightStep = (channels: number): number => roundUp(channels, LANES);

/** Pixels of a row that are computed at once, so that a weight is loaded once for all of them. */
const PIXELS = 6;

/** Bytes from the first pixel under a kernel to another, and from its first weight to that of the other. */
function tapsOf({ kernel, input }: DepthwiseStage, row?: number): { input: number; weight: number }[] {
  const rows = row === undefined ? Array.from({ length: kernel }, (_, y) => y) : [row];
  return rows.flatMap((y) =>
    Array.from({ length: kernel }, (_, x) => ({
      input: (y * input.row + x * input.pixel) * FLOAT_BYTES,
      weight: (y * kernel + x) * weightStep(input.channels) * FLOAT_BYTES,
    })),
  );
}

type Pointers = Record<'input' | 'output', Local<'i32'>>;

/**
 * Over the output pixels of one vector of channels, some of a row at a time.
 * @param body - for so many pixels that begin where the pointers are
 */
function overPixels(
  f: FunctionBuilder,
  { input, output, stride }: DepthwiseStage,
  at: Pointers,
  atOnce: number,
  body: (pixels: number, at: Pointers) => void,
): void {
  const rows = { input: f.local('i32', at.input.get), output: f.local('i32', at.output.get) };
  f.increase(rows.output, output.origin * FLOAT_BYTES);
  const walk = { input: f.local('i32'), output: f.local('i32') };
  const { full, rest } = split(output.width, atOnce);
  f.repeat(output.height, () => {
    walk.input.set(rows.input.get);
    walk.output.set(rows.output.get);
    const write = (pixels: number) => {
      body(pixels, walk);
      f.increase(walk.input, pixels * stride * input.pixel * FLOAT_BYTES);
      f.increase(walk.output, pixels * output.pixel * FLOAT_BYTES);
    };
    f.repeat(full, () => write(atOnce));
    if (rest > 0) write(rest);
    f.increase(rows.input, stride * input.row * FLOAT_BYTES);
    f.increase(rows.output, output.row * FLOAT_BYTES);
  });
}

/** Vector after vector of the channels, with all pointers moved along. */
function overChannels(
  f: FunctionBuilder,
  stage: DepthwiseStage,
  pointers: readonly Local<'i32'>[],
  body: () => void,
): void {
  f.repeat(channelVectors(stage.input), () => {
    body();
    for (const pointer of pointers) f.increase(pointer, VECTOR_BYTES);
  });
}

/**
 * The sums of one image: no bias, no activation.
 * @param weights - address
 * @returns function(input, output, nothing): addresses
 */
export function depthwiseForward({ module, madd }: Emitter, stage: DepthwiseStage, weights: number): Callee {
  const taps = tapsOf(stage);
  const { input: from, output: to, stride } = stage;
  return module.function('depthwise forward', ['i32', 'i32', 'i32'], (f) => {
    const at = { input: f.parameter('i32', 0), output: f.parameter('i32', 1) };
    const kernel = f.local('i32', i32.const(weights));
    const sums = f.locals('v128', PIXELS);
    const weight = f.local('v128');
    overChannels(f, stage, [at.input, at.output, kernel], () => {
      overPixels(f, stage, at, PIXELS, (pixels, { input, output }) => {
        const tile = sums.slice(0, pixels);
        for (const sum of tile) sum.set(f32x4.const(0));
        for (const tap of taps) {
          weight.set(v128.load(kernel.get, tap.weight));
          tile.forEach((sum, pixel) => {
            const offset = tap.input + pixel * stride * from.pixel * FLOAT_BYTES;
            sum.set(madd(v128.load(input.get, offset), weight.get, sum.get));
          });
        }
        tile.forEach((sum, pixel) => {
          f.store(output.get, pixel * to.pixel * FLOAT_BYTES, sum.get);
        });
      });
    });
  });
}

/**
 * The gradient of the weights from one image, a row of the kernel at a time.
 * @returns function(input, gradient of the output, gradient of the weights): addresses; adds to the last
 */
export function depthwiseWeightGradient({ module, madd }: Emitter, stage: DepthwiseStage): Callee {
  return module.function('depthwise weight gradient', ['i32', 'i32', 'i32'], (f) => {
    const at = { input: f.parameter('i32', 0), output: f.parameter('i32', 1) };
    const kernel = f.parameter('i32', 2);
    const gradient = f.local('v128');
    overChannels(f, stage, [at.input, at.output, kernel], () => {
      for (let row = 0; row < stage.kernel; row++) {
        const taps = tapsOf(stage, row);
        const sums = taps.map((tap) => f.local('v128', v128.load(kernel.get, tap.weight)));
        overPixels(f, stage, at, 1, (_, { input, output }) => {
          gradient.set(v128.load(output.get));
          sums.forEach((sum, i) => {
            sum.set(madd(v128.load(input.get, taps[i]?.input), gradient.get, sum.get));
          });
        });
        sums.forEach((sum, i) => {
          f.store(kernel.get, taps[i]?.weight ?? 0, sum.get);
        });
      }
    });
  });
}

/**
 * The gradient of one image's input, a row of the kernel at a time.
 * @returns function(gradient of the input, gradient of the output, weights): addresses; the first must be zero before
 */
export function depthwiseInputGradient({ module, madd }: Emitter, stage: DepthwiseStage): Callee {
  return module.function('depthwise input gradient', ['i32', 'i32', 'i32'], (f) => {
    const at = { input: f.parameter('i32', 0), output: f.parameter('i32', 1) };
    const kernel = f.parameter('i32', 2);
    const gradient = f.local('v128');
    overChannels(f, stage, [at.input, at.output, kernel], () => {
      for (let row = 0; row < stage.kernel; row++) {
        const taps = tapsOf(stage, row);
        const weights = taps.map((tap) => f.local('v128', v128.load(kernel.get, tap.weight)).get);
        overPixels(f, stage, at, 1, (_, { input, output }) => {
          gradient.set(v128.load(output.get));
          taps.forEach((tap, i) => {
            const before = v128.load(input.get, tap.input);
            f.store(input.get, tap.input, madd(weights[i] as V128, gradient.get, before));
          });
        });
      }
    });
  });
}
