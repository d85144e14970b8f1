import type { Activation } from '../../model/settings';
import { type LayerPlan, type NetworkPlan, readingLayers } from '../../model/shapes';
import type { WeightEdit } from '../../protocol/inspect';

/** σ(−100) = 4e-44: 0 in single precision, or as good as. */
const SIGMOID_OFF = -100;

/** A layer's own weights. */
interface Layer {
  readonly plan: LayerPlan;
  /** [..., out]: the outputs lie side by side. */
  readonly kernel: Float32Array;
  /** [out] */
  readonly bias: Float32Array;
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
    if (layer && edit.kind === 'mute') mute(layer, edit.filter, activation);
  }
  return edited;
}

/** @throws RangeError where an edit speaks of weights that the network has not */
export function checkEdits(plan: NetworkPlan, edits: readonly WeightEdit[]): void {
  const layers = readingLayers(plan);
  for (const edit of edits) {
    const { layer, filter } = edit;
    const given = layers[layer];
    const [kernel, bias] = given?.weights ?? [];
    if (!given || !kernel || !within(filter, bias?.shape[0])) {
      throw new RangeError(`layer ${layer} has no filter ${filter}`);
    }
    if (edit.kind === 'mute') continue;
    const [height = 0, width = 0, channels] = kernel.shape;
    if (given.layer.type !== 'conv' || !within(edit.input, channels)) {
      throw new RangeError(`layer ${layer} has no kernel of channel ${edit.input}`);
    }
    if (edit.values.length !== height * width) throw new RangeError('a kernel of another size');
  }
}

const within = (index: number, count = 0) => Number.isInteger(index) && index >= 0 && index < count;

function layersWithWeights(plan: NetworkPlan, tensors: Float32Array[]): (Layer | undefined)[] {
  const remaining = tensors.values();
  return readingLayers(plan).map((layer) => {
    const [kernel, bias] = layer.weights.map(() => remaining.next().value);
    return kernel && bias && { plan: layer, kernel, bias };
  });
}

/** Outputs are the kernel's last dimension, so that one of them lies in every `bias.length`-th value. */
function mute({ plan, kernel, bias }: Layer, filter: number, activation: Activation): void {
  for (let at = filter; at < kernel.length; at += bias.length) kernel[at] = 0;
  // The last layer's outputs are the sums themselves.
  bias[filter] = plan.isOutput ? 0 : sumOfNothing(activation);
}

/** The weighted sum that an activation makes 0 of. */
function sumOfNothing(activation: Activation): number {
  switch (activation) {
    case 'relu':
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
  { plan: { input }, kernel, bias }: Layer,
  { filter, input: channel, values }: Extract<WeightEdit, { kind: 'kernel' }>,
): void {
  const channels = input[2] ?? 1;
  for (const [place, value] of values.entries()) {
    kernel[(place * channels + channel) * bias.length + filter] = value;
  }
}
