import {
  isTrained,
  type LayerShapes,
  type PlacedLayer,
  type Shape,
  type ShapeProblem,
  sizeOf,
} from './layers/layer';
import { descriptorOf } from './layers/layer-types';
import { CLASS_LIMITS, INPUT_SIDE, type Layer, type Network } from './network';

export { isKernel, isTrained, type Shape, sizeOf, type WeightShape } from './layers/layer';

export interface LayerPlan extends PlacedLayer<Layer>, LayerShapes {
  /** Values that are learnt; running averages are none. */
  readonly parameters: number;
  /** True for the last layer, whose outputs are the logits: it has no activation. */
  readonly isOutput: boolean;
  /** The network's activation is applied to what it makes. */
  readonly isActivated: boolean;
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
  | { code: 'last-not-classes'; layer: number; classes: number }
  | { code: 'maps-after-dense'; layer: number; type: Layer['type'] }
  | { code: 'too-small'; layer: number; side: number; needs: number }
  | { code: 'nothing-before' | 'adds-dropout'; layer: number }
  | { code: 'shapes-differ'; layer: number; from: string; to: string }
  | { code: 'too-many-parameters'; parameters: number; limit: number };

/** An impossible network still has `layers`: those in front of the one to blame, or all where it is none's fault. */
export type Planned =
  | { ok: true; plan: NetworkPlan }
  | { ok: false; problem: NetworkProblem; layers: readonly LayerPlan[] };

/** More than any network worth training on MNIST in a page; keeps buffers far from a device's limits. */
export const PARAMETER_LIMIT = 4_000_000;

/**
 * Output shapes, parameters and cost of every layer, or the first thing that makes the network impossible.
 * @param classes - that the data have; any number of `CLASS_LIMITS` where that is left open
 */
export function planNetwork(network: Network, classes?: number): Planned {
  const layers: LayerPlan[] = [];
  const impossible = (problem: NetworkProblem): Planned => ({ ok: false, problem, layers });
  if (network.length === 0) return impossible({ code: 'empty' });
  let shape: Shape = [INPUT_SIDE, INPUT_SIDE, 1];
  for (const index of network.keys()) {
    const step = planLayer(network, index, shape, layers);
    if ('code' in step) return impossible(step);
    layers.push(step);
    shape = step.output;
  }
  const last = network[network.length - 1];
  const [least, most] = classes === undefined ? CLASS_LIMITS : [classes, classes];
  if (last?.type !== 'dense' || last.units < least || last.units > most) {
    return impossible({ code: 'last-not-classes', layer: network.length - 1, classes: least });
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

/** Values of each weight tensor, in the order of the plan. */
export const weightSizes = ({ layers }: Pick<NetworkPlan, 'layers'>): number[] =>
  layers.flatMap(({ weights }) => weights.map(({ shape }) => sizeOf(shape)));

/**
 * The layers that do something while reading. A layer's number is its place here, wherever a layer
 * is spoken of that has been built.
 */
export const readingLayers = ({ layers }: NetworkPlan): readonly LayerPlan[] =>
  layers.filter(({ layer }) => !descriptorOf(layer).isForTraining);

/**
 * The place of the layer before, whose input a residual addition adds. A normalisation counts as part of the layer in
 * front of it.
 * @param inFront - all layers in front of the addition
 */
export function layerBefore(inFront: readonly Pick<LayerPlan, 'layer'>[]): number {
  let at = inFront.length - 1;
  while (at > 0 && inFront[at]?.layer.type === 'batch-norm') at--;
  return at;
}

function planLayer(
  network: Network,
  index: number,
  input: Shape,
  inFront: readonly LayerPlan[],
): LayerPlan | NetworkProblem {
  const layer = network[index] as Layer;
  const isOutput = index === network.length - 1;
  const before = inFront[layerBefore(inFront)];
  const shapes = descriptorOf(layer).shapes(
    layer,
    input,
    before && { type: before.layer.type, input: before.input },
  );
  if ('code' in shapes) return problemAt(shapes, layer, index);
  const activated = isActivated(network, index);
  // A normalisation takes away whatever is added to all values of a channel, and adds its own.
  const isNormalised = activationOf(layer) === 'own' && !activated && !isOutput;
  const weights = shapes.weights.filter(({ role }) => role !== 'bias' || !isNormalised);
  const learnt = weights.filter(({ role }) => isTrained(role));
  const parameters = learnt.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  return { layer, input, ...shapes, weights, parameters, isOutput, isActivated: activated };
}

/** Whether the activation is applied to a layer's sums, or to those that a normalisation makes of them. */
function isActivated(network: Network, index: number): boolean {
  switch (activationOf(network[index])) {
    case 'own':
      return (
        index < network.length - 1 && activationOf(network[pastPooling(network, index, 1)]) !== 'taken-over'
      );
    case 'taken-over':
      return activationOf(network[pastPooling(network, index, -1)]) === 'own';
    default:
      return false;
  }
}

const activationOf = (layer: Layer | undefined) => layer && descriptorOf(layer).activation;

/** The place of the next layer, in one direction, that is no pooling. */
function pastPooling(network: Network, from: number, direction: 1 | -1): number {
  let at = from + direction;
  while (activationOf(network[at]) === 'passed-on') at += direction;
  return at;
}

const problemAt = (problem: ShapeProblem, { type }: Layer, layer: number): NetworkProblem =>
  problem.code === 'maps-after-dense' ? { ...problem, layer, type } : { ...problem, layer };
