import type { Callee, FunctionBuilder, Local } from '../assembler/function';
import { f32, f32x4, type I32, i32, v128 } from '../assembler/values';
import { FLOAT_BYTES, VECTOR_BYTES } from '../layout';
import type { NormStage } from '../stage';
import { throughActivation } from './activation';
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
 * The gradient by the input, of a block, from that by the output; the latter becomes that in front of the activation. With
 * N values a channel, x̂ = (x − mean)/σ and g in front of the activation: factor·(g − Σg/N − x̂·Σ(g·x̂)/N).
 * @param gradients - by the input (x) and by the output (y)
 * @param learnt - floats from the start of a vector of gradients
 * @returns function(images, gradient): adds Σ(g·x̂) and Σg to those of scale and shift
 */
export function normBackward(
  { module, madd }: Emitter,
  stage: NormStage,
  { x, y }: NormValues,
  gradients: NormValues,
  learnt: NormParameters,
  regions: NormRegions,
): Callee {
  const { input, output, activation } = stage;
  return module.function('norm backward', ['i32', 'i32'], (f) => {
    const [images, gradient] = [f.parameter('i32', 0).get, f.parameter('i32', 1).get];
    const share = oneOf(f, stage, images);
    const pointers = f.locals('i32', 3) as [Local<'i32'>, Local<'i32'>, Local<'i32'>];
    const [value, distance] = f.locals('v128', 2) as [Local<'v128'>, Local<'v128'>];
    overGroups(stage, (vectors, at) => {
      const sums = f.locals('v128', vectors);
      const products = f.locals('v128', vectors);
      const means = f.locals('v128', vectors);
      for (const local of [...sums, ...products]) local.set(f32x4.const(0));
      const known = (address: number, v: number) => v128.load(i32.const(address + at + v * VECTOR_BYTES));
      means.forEach((mean, v) => {
        mean.set(known(regions.mean, v));
      });
      const [from, before, behind] = pointers;
      const g = { layout: output, pointer: behind };
      from.set(start(x, input, at));
      before.set(start(y, output, at));
      behind.set(start(gradients.y, output, at));
      const away = (v: number) =>
        f32x4.sub(v128.load(from.get, v * VECTOR_BYTES), (means[v] as Local<'v128'>).get);
      overPixels(f, images, [{ layout: input, pointer: from }, { layout: output, pointer: before }, g], () =>
        sums.forEach((sum, v) => {
          value.set(v128.load(before.get, v * VECTOR_BYTES));
          value.set(throughActivation(activation, value.get, v128.load(behind.get, v * VECTOR_BYTES)));
          if (activation) f.store(behind.get, v * VECTOR_BYTES, value.get);
          sum.set(f32x4.add(sum.get, value.get));
          const product = products[v] as Local<'v128'>;
          product.set(madd(value.get, away(v), product.get));
        }),
      );
      const factors = f.locals('v128', vectors);
      sums.forEach((sum, v) => {
        const product = products[v] as Local<'v128'>;
        const inverse = known(regions.inverse, v);
        product.set(f32x4.mul(product.get, inverse));
        addTo(f, gradient, learnt.shift * FLOAT_BYTES + at + v * VECTOR_BYTES, sum);
        addTo(f, gradient, learnt.scale * FLOAT_BYTES + at + v * VECTOR_BYTES, product);
        sum.set(f32x4.mul(sum.get, share.get));
        product.set(f32x4.mul(f32x4.mul(product.get, share.get), inverse));
        (factors[v] as Local<'v128'>).set(known(regions.affine, v));
      });
      from.set(start(x, input, at));
      before.set(start(gradients.x, input, at));
      behind.set(start(gradients.y, output, at));
      overPixels(f, images, [{ layout: input, pointer: from }, { layout: input, pointer: before }, g], () =>
        sums.forEach((sum, v) => {
          distance.set(madd(away(v), (products[v] as Local<'v128'>).get, sum.get));
          const left = f32x4.sub(v128.load(behind.get, v * VECTOR_BYTES), distance.get);
          f.store(before.get, v * VECTOR_BYTES, f32x4.mul(left, (factors[v] as Local<'v128'>).get));
        }),
      );
    });
  });
}

/**
 * Adds a block's statistics to a vector of gradients, by its share of the batch.
 * @param learnt - floats from the start of that vector
 * @returns function(images, share of an image, gradient)
 */
export function normNote(
  { module, madd }: Emitter,
  stage: NormStage,
  learnt: NormParameters,
  regions: NormRegions,
): Callee {
  return module.function('norm note', ['i32', 'f32', 'i32'], (f) => {
    const share = f32.mul(f32.convertU(f.parameter('i32', 0).get), f.parameter('f32', 1).get);
    const factor = f.local('v128', f32x4.splat(share));
    const gradient = f.parameter('i32', 2).get;
    for (let at = 0; at < channelBytes(stage); at += VECTOR_BYTES) {
      for (const what of ['mean', 'variance'] as const) {
        const place = learnt[what] * FLOAT_BYTES + at;
        const found = v128.load(i32.const(regions[what] + at));
        f.store(gradient, place, madd(found, factor.get, v128.load(gradient, place)));
      }
    }
  });
}

function addTo(f: FunctionBuilder, vector: I32, offset: number, more: Local<'v128'>): void {
  f.store(vector, offset, f32x4.add(v128.load(vector, offset), more.get));
}
