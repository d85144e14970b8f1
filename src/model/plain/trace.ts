import { descriptorOf } from '../layers/layer-types';
import type { Network } from '../network';
import type { Activation } from '../settings';
import { type LayerPlan, layerBefore, planOf, readingLayers } from '../shapes';
import { activated, throughActivation } from './activation';

/** What one layer made of an image. Maps are [height, width, channels], row by row, channels last. */
export interface LayerTrace {
  readonly plan: LayerPlan;
  readonly input: Float64Array;
  /** Before the activation; of a layer without weights, its outputs. */
  readonly sums: Float64Array;
  readonly outputs: Float64Array;
  /** In the order of the plan; empty for layers that learn nothing. */
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
    const around = traces[layerBefore(layers.slice(0, traces.length))]?.input;
    const sums = descriptorOf(plan.layer).forward(plan, input, own, around);
    const outputs = plan.isActivated ? activated(sums, activation) : sums;
    traces.push({ plan, input, sums, outputs, weights: own });
    input = outputs;
  }
  return traces;
}

/**
 * Gradient by a layer's input. Of a residual addition that by what was given to the layer before is the same.
 * @param gradient - by its outputs
 */
export function gradientByInput(
  { plan, input, sums, outputs, weights }: LayerTrace,
  gradient: Float64Array,
  activation: Activation,
): Float64Array {
  const bySums = plan.isActivated ? throughActivation(gradient, sums, outputs, activation) : gradient;
  return descriptorOf(plan.layer).backward(plan, bySums, input, weights);
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
