import { kernelShape } from '../../model/kernels';
import type { Activation } from '../../model/settings';
import { type LayerPlan, type NetworkPlan, readingLayers } from '../../model/shapes';
import type { WeightEdit } from '../../protocol/inspect';

/** σ(−100) = 4e-44: 0 in single precision, or as good as. */
const SIGMOID_OFF = -100;

/** A layer with its own weights, in the order of the plan. */
interface Layer {
  readonly plan: LayerPlan;
  readonly tensors: readonly Float32Array[];
}

/**
 * The weights of a network with edits in force, in the order given; of two edits of the same weights the later holds,
 * and a muted filter stays muted.
 * @param weights - one array a tensor, in the order of the plan; left as they are
 * @param edits - such as `checkEdits` lets pass
 */
export function editedWeights(
  plan: NetworkPlan,
  activation: Activation,
  weights: readonly Float32Array[],
  edits: readonly WeightEdit[],
): Float32Array[] {
  const edited = weights.map((tensor) => tensor.slice());
  const layers = layersWithWeights(plan, edited);
  for (const edit of edits) {
    const layer = layers[edit.layer];
    if (layer && edit.kind === 'kernel') replaceKernel(layer, edit);
  }
  for (const edit of edits) {
    const layer = layers[edit.layer];
    if (layer && edit.kind === 'mute')
      mute(normalisedBy(layers, edit.layer) ?? layer, edit.filter, activation);
  }
  return edited;
}

/** @throws RangeError where an edit speaks of weights that the network has not */
export function checkEdits(plan: NetworkPlan, edits: readonly WeightEdit[]): void {
  const layers = readingLayers(plan);
  for (const edit of edits) {
    const { layer, filter } = edit;
    const given = layers[layer];
    const kernel = given && kernelShape(given);
    if (!given || !kernel || !within(filter, given.output.at(-1))) {
      throw new RangeError(`layer ${layer} has no filter ${filter}`);
    }
    if (edit.kind === 'mute') continue;
    const [height = 0, width = 0, channels] = kernel;
    if (given.layer.type !== 'conv' || !within(edit.input, channels)) {
      throw new RangeError(`layer ${layer} has no kernel of channel ${edit.input}`);
    }
    if (edit.values.length !== height * width) throw new RangeError('a kernel of another size');
  }
}

const within = (index: number, count = 0) => Number.isInteger(index) && index >= 0 && index < count;

function layersWithWeights(plan: NetworkPlan, tensors: Float32Array[]): Layer[] {
  const remaining = tensors.values();
  return readingLayers(plan).map((layer) => ({
    plan: layer,
    tensors: layer.weights.map(() => remaining.next().value as Float32Array),
  }));
}

/** The normalisation that what a layer makes goes through before its activation, where one does. */
function normalisedBy(layers: readonly Layer[], layer: number): Layer | undefined {
  const { isActivated, isOutput } = (layers[layer] as Layer).plan;
  if (isActivated || isOutput) return undefined;
  return layers.slice(layer).find(({ plan }) => plan.layer.type === 'batch-norm');
}

/**
 * Of n outputs one lies in every n-th value of the kernel (of a separable convolution that which mixes the maps), or of a
 * normalisation's scale; its bias or shift follows.
 */
function mute({ plan, tensors }: Layer, filter: number, activation: Activation): void {
  const [products, added] = tensors.slice(plan.weights.findIndex(({ role }) => role !== 'depthwise'));
  if (!products || !added) return;
  for (let at = filter; at < products.length; at += added.length) products[at] = 0;
  // The last layer's outputs are the sums themselves.
  added[filter] = plan.isOutput ? 0 : sumOfNothing(activation);
}

/** The weighted sum that an activation makes 0 of. */
function sumOfNothing(activation: Activation): number {
  switch (activation) {
    case 'relu':
    case 'leaky-relu':
    case 'gelu':
    case 'tanh':
      return 0;
    case 'sigmoid':
      return SIGMOID_OFF;
    default:
      return activation satisfies never;
  }
}

/** A convolution's kernel is [height, width, in, out]: one channel's weights lie in × out apart. */
function replaceKernel(
  { plan: { input, output }, tensors: [kernel] }: Layer,
  { filter, input: channel, values }: Extract<WeightEdit, { kind: 'kernel' }>,
): void {
  const channels = input[2] ?? 1;
  const filters = output.at(-1) ?? 1;
  for (const [place, value] of values.entries()) {
    if (kernel) kernel[(place * channels + channel) * filters + filter] = value;
  }
}
