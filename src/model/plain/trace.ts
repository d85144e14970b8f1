import type { Network } from '../network';
import type { Activation } from '../settings';
import { type LayerPlan, planOf, readingLayers } from '../shapes';
import { activated } from './activation';
import { convolve } from './conv';
import { multiply } from './dense';
import { pool } from './pool';

/** What one layer made of an image. Maps are [height, width, channels], row by row, channels last. */
export interface LayerTrace {
  readonly plan: LayerPlan;
  readonly input: Float64Array;
  /** Before the activation; of a layer without weights, its outputs. */
  readonly sums: Float64Array;
  readonly outputs: Float64Array;
  /** Kernel, then bias; empty for layers that learn nothing. */
  readonly weights: readonly Float32Array[];
}

/**
 * The forward pass of one image in double precision, with all that lies between.
 * @param layers - those that do something while reading (`readingLayers`)
 * @param weights - in the order of the plan
 * @param image - [784], 0 to 1
 */
export function trace(
  layers: readonly LayerPlan[],
  weights: readonly Float32Array[],
  activation: Activation,
  image: Float32Array | Float64Array,
): LayerTrace[] {
  const traces: LayerTrace[] = [];
  let input: Float64Array = Float64Array.from(image);
  let taken = 0;
  for (const plan of layers) {
    const own = weights.slice(taken, taken + plan.weights.length);
    taken += own.length;
    const sums = weightedSums(plan, input, own);
    const isLinear = own.length === 0 || plan.isOutput;
    const outputs = isLinear ? sums : activated(sums, activation);
    traces.push({ plan, input, sums, outputs, weights: own });
    input = outputs;
  }
  return traces;
}

function weightedSums(plan: LayerPlan, input: Float64Array, weights: readonly Float32Array[]): Float64Array {
  switch (plan.layer.type) {
    case 'conv':
      return convolve(plan, input, ...learnt(weights));
    case 'dense':
      return multiply(input, ...learnt(weights));
    case 'max-pool':
    case 'avg-pool':
      return pool(plan, input);
    case 'dropout':
      return input;
    default:
      return plan.layer satisfies never;
  }
}

function learnt([kernel, bias]: readonly Float32Array[]): [kernel: Float32Array, bias: Float32Array] {
  if (!kernel || !bias) throw new RangeError('fewer weights than the network needs');
  return [kernel, bias];
}

/** @returns the network's logits for one image, [10] */
export function plainLogits(
  network: Network,
  weights: readonly Float32Array[],
  activation: Activation,
  image: Float32Array,
): Float64Array {
  const traced = trace(readingLayers(planOf(network)), weights, activation, image);
  return (traced.at(-1) as LayerTrace).outputs;
}
