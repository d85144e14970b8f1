import { type LayerShapes, type PlacedLayer, type Shape, type ShapeProblem, sizeOf } from './layers/layer';
import { descriptorOf } from './layers/layer-types';
import { CLASSES, INPUT_SIDE, type Layer, type Network } from './network';

export { type Shape, sizeOf, type WeightShape } from './layers/layer';

export interface LayerPlan extends PlacedLayer<Layer>, LayerShapes {
  readonly parameters: number;
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
 * The layers that do something while reading. A layer's number is its place here, wherever a layer
 * is spoken of that has been built.
 */
export const readingLayers = ({ layers }: NetworkPlan): readonly LayerPlan[] =>
  layers.filter(({ layer }) => !descriptorOf(layer).isForTraining);

function planLayer(layer: Layer, input: Shape, index: number, isOutput: boolean): LayerPlan | NetworkProblem {
  const shapes = descriptorOf(layer).shapes(layer, input);
  if ('code' in shapes) return problemAt(shapes, layer, index);
  const parameters = shapes.weights.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  return { layer, input, ...shapes, parameters, isOutput };
}

const problemAt = (problem: ShapeProblem, { type }: Layer, layer: number): NetworkProblem =>
  problem.code === 'maps-after-dense' ? { ...problem, layer, type } : { ...problem, layer };
