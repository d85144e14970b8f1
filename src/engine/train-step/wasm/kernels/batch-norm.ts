import { BATCH_NORM } from '../../../../model/layers/batch-norm';
import type { Callee, FunctionBuilder, Local } from '../assembler/function';
import { f32x4, i32, v128 } from '../assembler/values';
import { FLOAT_BYTES, VECTOR_BYTES } from '../layout';
import type { NormStage } from '../stage';
import { activate } from './activation';
import type { Emitter } from './emitter';
import {
  channelBytes,
  type NormParameters,
  type NormRegions,
  type NormValues,
  oneOf,
  overGroups,
  overPixels,
  start,
} from './norm-values';

/**
 * The statistics of a block: of each channel the mean over all images and pixels and the mean squared distance from it.
 * @returns function(images)
 */
export function normStatistics(
  { module, madd }: Emitter,
  stage: NormStage,
  { x }: NormValues,
  parameters: NormParameters,
  regions: NormRegions,
): Callee {
  return module.function('norm statistics', ['i32'], (f) => {
    const images = f.parameter('i32', 0).get;
    const share = oneOf(f, stage, images);
    overGroups(stage, (vectors, at) => {
      const pointer = f.local('i32');
      const values = { layout: stage.input, pointer };
      const sums = f.locals('v128', vectors);
      const means = f.locals('v128', vectors);
      const distance = f.local('v128');
      const sumUp = (add: (sum: Local<'v128'>, v: number) => void) => {
        pointer.set(i32.const(x + stage.input.origin * FLOAT_BYTES + at));
        for (const sum of sums) sum.set(f32x4.const(0));
        overPixels(f, images, [values], () => sums.forEach(add));
      };
      const value = (v: number) => v128.load(pointer.get, v * VECTOR_BYTES);
      sumUp((sum, v) => sum.set(f32x4.add(sum.get, value(v))));
      means.forEach((mean, v) => {
        mean.set(f32x4.mul((sums[v] as Local<'v128'>).get, share.get));
      });
      sumUp((sum, v) => {
        distance.set(f32x4.sub(value(v), (means[v] as Local<'v128'>).get));
        sum.set(madd(distance.get, distance.get, sum.get));
      });
      const put = (address: number, v: number, of: Local<'v128'>) =>
        f.store(i32.const(address + at + v * VECTOR_BYTES), 0, of.get);
      means.forEach((mean, v) => {
        const variance = f.local('v128', f32x4.mul((sums[v] as Local<'v128'>).get, share.get));
        put(regions.mean, v, mean);
        put(regions.variance, v, variance);
        const inverse = f.local('v128', inverseDeviation(variance));
        put(regions.inverse, v, inverse);
        storeAffine(f, stage, parameters, regions.affine, at + v * VECTOR_BYTES, { mean, inverse });
      });
    });
  });
}

/**
 * What a value becomes by the running averages.
 * @returns function()
 */
export function normForReading(
  { module }: Emitter,
  stage: NormStage,
  parameters: NormParameters,
  { readingAffine }: NormRegions,
): Callee {
  return module.function('norm for reading', [], (f) => {
    for (let at = 0; at < channelBytes(stage); at += VECTOR_BYTES) {
      const mean = f.local('v128', v128.load(i32.const(parameters.mean + at)));
      const variance = f.local('v128', v128.load(i32.const(parameters.variance + at)));
      const inverse = f.local('v128', inverseDeviation(variance));
      storeAffine(f, stage, parameters, readingAffine, at, { mean, inverse });
    }
  });
}

/**
 * Normalises a block, and applies the activation.
 * @returns function(images, affine): an address of NormRegions
 */
export function normApply({ module, madd }: Emitter, stage: NormStage, { x, y }: NormValues): Callee {
  const { input, output, activation } = stage;
  return module.function('norm', ['i32', 'i32'], (f) => {
    const images = f.parameter('i32', 0).get;
    const affine = f.parameter('i32', 1).get;
    overGroups(stage, (vectors, at) => {
      const from = { layout: input, pointer: f.local('i32', start(x, input, at)) };
      const to = { layout: output, pointer: f.local('i32', start(y, output, at)) };
      const pairs = Array.from({ length: vectors }, (_, v) => ({
        factor: f.local('v128', v128.load(affine, at + v * VECTOR_BYTES)),
        offset: f.local('v128', v128.load(affine, channelBytes(stage) + at + v * VECTOR_BYTES)),
      }));
      overPixels(f, images, [from, to], () =>
        pairs.forEach(({ factor, offset }, v) => {
          const value = madd(v128.load(from.pointer.get, v * VECTOR_BYTES), factor.get, offset.get);
          f.store(to.pointer.get, v * VECTOR_BYTES, activate(f, madd, activation, value));
        }),
      );
    });
  });
}

const inverseDeviation = (variance: Local<'v128'>) =>
  f32x4.div(f32x4.const(1), f32x4.sqrt(f32x4.add(variance.get, f32x4.const(BATCH_NORM.epsilon))));

/** factor = scale/σ, offset = shift − mean·factor */
function storeAffine(
  f: FunctionBuilder,
  stage: NormStage,
  { scale, shift }: NormParameters,
  affine: number,
  at: number,
  { mean, inverse }: Record<'mean' | 'inverse', Local<'v128'>>,
): void {
  const factor = f.local('v128', f32x4.mul(v128.load(i32.const(scale + at)), inverse.get));
  f.store(i32.const(affine + at), 0, factor.get);
  const offset = f32x4.sub(v128.load(i32.const(shift + at)), f32x4.mul(mean.get, factor.get));
  f.store(i32.const(affine + channelBytes(stage) + at), 0, offset);
}
