import { CLASSES, INPUT_SIDE, type Layer, type Network } from './network';

/** `[height, width, channels]` of maps, or `[units]` of a vector. */
export type Shape = readonly [number, number, number] | readonly [number];

/** One trainable tensor. Kernels of convolutions are `[height, width, in, out]`, of dense layers `[in, out]`. */
export interface WeightShape {
  readonly role: 'kernel' | 'bias';
  readonly shape: readonly number[];
}

export interface LayerPlan {
  readonly layer: Layer;
  readonly input: Shape;
  readonly output: Shape;
  /** Kernel, then bias; empty for layers that learn nothing. */
  readonly weights: readonly WeightShape[];
  readonly parameters: number;
  /** Multiplications and additions of one image's forward pass. */
  readonly flops: number;
  /** True for the last layer, whose outputs are the logits: it has no activation. */
  readonly isOutput: boolean;
}

export interface NetworkPlan {
  readonly layers: readonly LayerPlan[];
  readonly parameters: number;
  readonly flops: number;
  /** Values that the layers' outputs of one image hold together. */
  readonly activationValues: number;
}

/** Why a network cannot be built; `layer` is the index of the layer to blame. */
export type NetworkProblem =
  | { code: 'empty' }
  | { code: 'last-not-dense10'; layer: number }
  | { code: 'maps-after-dense'; layer: number; type: Layer['type'] }
  | { code: 'too-small'; layer: number; side: number; needs: number }
  | { code: 'too-many-parameters'; parameters: number; limit: number };

/** An impossible network still has `layers`: those in front of the one to blame, or all where it is none's fault. */
export type Planned =
  | { ok: true; plan: NetworkPlan }
  | { ok: false; problem: NetworkProblem; layers: readonly LayerPlan[] };

/** More than any network worth training on MNIST in a page; keeps buffers far from a device's limits. */
export const PARAMETER_LIMIT = 4_000_000;

export const sizeOf = (shape: readonly number[]): number =>
  shape.reduce((product, side) => product * side, 1);

/** Side of the output of a sliding window, TensorFlow's rule for 'valid' and 'same'. */
export function windowedSide(side: number, window: number, stride: number, padding: 'valid' | 'same') {
  return padding === 'same' ? Math.ceil(side / stride) : Math.floor((side - window) / stride) + 1;
}

/** Output shapes, parameters and cost of every layer, or the first thing that makes the network impossible. */
export function planNetwork(network: Network): Planned {
  const layers: LayerPlan[] = [];
  const impossible = (problem: NetworkProblem): Planned => ({ ok: false, problem, layers });
  if (network.length === 0) return impossible({ code: 'empty' });
  let shape: Shape = [INPUT_SIDE, INPUT_SIDE, 1];
  for (const [index, layer] of network.entries()) {
    const step = planLayer(layer, shape, index, index === network.length - 1);
    if ('code' in step) return impossible(step);
    layers.push(step);
    shape = step.output;
  }
  const last = network[network.length - 1];
  if (last?.type !== 'dense' || last.units !== CLASSES) {
    return impossible({ code: 'last-not-dense10', layer: network.length - 1 });
  }
  const sum = (value: (plan: LayerPlan) => number) => layers.reduce((s, plan) => s + value(plan), 0);
  const parameters = sum((plan) => plan.parameters);
  if (parameters > PARAMETER_LIMIT) {
    return impossible({ code: 'too-many-parameters', parameters, limit: PARAMETER_LIMIT });
  }
  return {
    ok: true,
    plan: {
      layers,
      parameters,
      flops: sum((plan) => plan.flops),
      activationValues: sum((plan) => sizeOf(plan.output)),
    },
  };
}

/** The plan of a network that is known to be possible, such as a preset. */
export function planOf(network: Network): NetworkPlan {
  const planned = planNetwork(network);
  if (!planned.ok) throw new RangeError(`impossible network: ${JSON.stringify(planned.problem)}`);
  return planned.plan;
}

/**
 * The layers that do something while reading: all but dropout. A layer's number is its place here, wherever a layer
 * is spoken of that has been built.
 */
export const readingLayers = ({ layers }: NetworkPlan): readonly LayerPlan[] =>
  layers.filter(({ layer }) => layer.type !== 'dropout');

function planLayer(layer: Layer, input: Shape, index: number, isOutput: boolean): LayerPlan | NetworkProblem {
  switch (layer.type) {
    case 'conv': {
      if (input.length === 1) return { code: 'maps-after-dense', layer: index, type: layer.type };
      const [height, width, channels] = input;
      if (layer.padding === 'valid' && height < layer.kernel) {
        return { code: 'too-small', layer: index, side: height, needs: layer.kernel };
      }
      const side = (length: number) => windowedSide(length, layer.kernel, layer.stride, layer.padding);
      const output = [side(height), side(width), layer.filters] as const;
      const kernel = [layer.kernel, layer.kernel, channels, layer.filters];
      return trainable(layer, input, output, kernel, isOutput);
    }
    case 'max-pool':
    case 'avg-pool': {
      if (input.length === 1) return { code: 'maps-after-dense', layer: index, type: layer.type };
      const [height, width, channels] = input;
      if (height < layer.size) {
        return { code: 'too-small', layer: index, side: height, needs: layer.size };
      }
      const side = (length: number) => windowedSide(length, layer.size, layer.stride, 'valid');
      const output = [side(height), side(width), channels] as const;
      const flops = sizeOf(output) * layer.size ** 2;
      return { layer, input, output, weights: [], parameters: 0, flops, isOutput };
    }
    case 'dense':
      return trainable(layer, input, [layer.units], [sizeOf(input), layer.units], isOutput);
    case 'dropout':
      return { layer, input, output: input, weights: [], parameters: 0, flops: 0, isOutput };
    default:
      return layer satisfies never;
  }
}

function trainable(
  layer: Layer,
  input: Shape,
  output: Shape,
  kernel: readonly number[],
  isOutput: boolean,
): LayerPlan {
  const outputs = output[output.length - 1] as number;
  const positions = sizeOf(output) / outputs;
  return {
    layer,
    input,
    output,
    weights: [
      { role: 'kernel', shape: kernel },
      { role: 'bias', shape: [outputs] },
    ],
    parameters: sizeOf(kernel) + outputs,
    flops: 2 * sizeOf(kernel) * positions,
    isOutput,
  };
}
