import * as tf from '@tensorflow/tfjs';
import type { ConvLayer, PoolLayer, SeparableConvLayer } from '../../model/network';
import { GELU, LEAKY_SLOPE } from '../../model/plain/activation';
import type { Activation } from '../../model/settings';
import { type LayerPlan, layerBefore, type NetworkPlan } from '../../model/shapes';
import { type BatchStatistics, normalise, normaliseBatch } from './normalise';

interface ForwardSettings {
  /** Of every layer that is activated, by its plan. */
  readonly activation: Activation;
  /**
   * What the inputs of the dropout layers are multiplied by, one mask a dropout layer in order, each of the batch's
   * shape. Without them the dropout layers pass everything on, as they do outside training.
   */
  readonly dropoutMasks?: readonly tf.Tensor[];
  /** How normalisations train; without it they go by their running averages. */
  readonly normalising?: Normalising;
}

interface Normalising {
  /** How many images each ghost batch has, in order. */
  readonly ghosts: readonly number[];
  /** Gets what each normalisation found, in order. */
  readonly note: (statistics: BatchStatistics) => void;
}

/**
 * The network's forward pass, in ops that tfjs can differentiate. Call it inside tf.tidy.
 * @param weights - in the order of `plan.layers[].weights`
 * @param images - [n, 28, 28, 1], 0 to 1
 * @returns every layer's output after its activation, in the order of `plan.layers`; the last are the logits, [n, 10]
 */
export function forward(
  plan: NetworkPlan,
  weights: readonly tf.Tensor[],
  images: tf.Tensor4D,
  { activation, dropoutMasks, normalising }: ForwardSettings,
): tf.Tensor[] {
  const remaining = weights.values();
  const masks = dropoutMasks?.values();
  const take = (tensors: Iterator<tf.Tensor>): tf.Tensor => {
    const next = tensors.next();
    if (next.done) throw new RangeError('fewer tensors than the network needs');
    return next.value;
  };
  const outputs: tf.Tensor[] = [];
  let x: tf.Tensor = images;
  const inputs: tf.Tensor[] = [];
  for (const layerPlan of plan.layers) {
    const own = layerPlan.weights.map(() => take(remaining));
    const around = inputs[layerBefore(plan.layers.slice(0, inputs.length))] ?? images;
    inputs.push(x);
    const settings = { activation, normalising, nextMask: masks && (() => take(masks)) };
    x = layerOutput(layerPlan, { x, around }, own, settings);
    outputs.push(x);
  }
  return outputs;
}

interface LayerSettings extends Pick<ForwardSettings, 'activation'> {
  readonly normalising: Normalising | undefined;
  readonly nextMask: (() => tf.Tensor) | undefined;
}

function layerOutput(
  plan: LayerPlan,
  /** What it is given, and what the layer before was given. */
  { x, around }: { readonly x: tf.Tensor; readonly around: tf.Tensor },
  weights: readonly tf.Tensor[],
  { activation, normalising, nextMask }: LayerSettings,
): tf.Tensor {
  const { layer } = plan;
  switch (layer.type) {
    case 'conv':
      return activate(convolution(layer, x as tf.Tensor4D, weights), plan, activation);
    case 'separable-conv':
      return activate(separable(layer, x as tf.Tensor4D, weights), plan, activation);
    case 'residual':
      return tf.add(x, around);
    case 'dense':
      return activate(dense(x, weights), plan, activation);
    case 'max-pool':
    case 'avg-pool':
      return pool(layer, x as tf.Tensor4D);
    case 'global-avg-pool':
      return tf.mean(x, [1, 2]);
    case 'batch-norm':
      return activate(normalised(x, weights, normalising), plan, activation);
    case 'dropout':
      return nextMask ? tf.mul(x, nextMask()) : x;
    default:
      return layer satisfies never;
  }
}

function convolution({ stride, padding }: ConvLayer, x: tf.Tensor4D, weights: readonly tf.Tensor[]) {
  const [kernel, bias] = weights as [tf.Tensor4D, tf.Tensor | undefined];
  const sums = tf.conv2d(x, kernel, stride, padding);
  // Of rank 4, because tfjs adds a short vector on WebGPU with a barrier in every workgroup.
  return bias ? sums.add(bias.reshape([1, 1, 1, -1])) : sums;
}

/**
 * The depthwise part as a convolution whose kernel is zero between different maps: not every backend has the gradients
 * of a depthwise convolution, while all have those of an ordinary one.
 */
function separable(
  { stride, padding }: SeparableConvLayer,
  x: tf.Tensor4D,
  [depthwise, pointwise, bias]: readonly tf.Tensor[],
) {
  const channels = x.shape[3];
  const apart = tf.eye(channels).reshape([1, 1, channels, channels]);
  const each = tf.conv2d(x, tf.mul(depthwise as tf.Tensor, apart) as tf.Tensor4D, stride, padding);
  const sums = tf.conv2d(each, pointwise as tf.Tensor4D, 1, 'valid');
  return bias ? sums.add(bias.reshape([1, 1, 1, -1])) : sums;
}

/** Maps become a vector row by row, channels last. */
function dense(x: tf.Tensor, weights: readonly tf.Tensor[]) {
  const [kernel, bias] = weights as [tf.Tensor2D, tf.Tensor | undefined];
  const sums = tf.matMul(x.reshape([x.shape[0] as number, -1]), kernel);
  return bias ? sums.add(bias) : sums;
}

function normalised(x: tf.Tensor, weights: readonly tf.Tensor[], normalising: Normalising | undefined) {
  if (!normalising) return normalise(x, weights);
  const { output, statistics } = normaliseBatch(x, weights, normalising.ghosts);
  normalising.note(statistics);
  return output;
}

function activate(x: tf.Tensor, { isActivated }: LayerPlan, activation: Activation): tf.Tensor {
  if (!isActivated) return x;
  switch (activation) {
    case 'relu':
      return tf.relu(x);
    case 'leaky-relu':
      return tf.leakyRelu(x, LEAKY_SLOPE);
    case 'gelu':
      return gelu(x);
    case 'sigmoid':
      return tf.sigmoid(x);
    case 'tanh':
      return tf.tanh(x);
    default:
      return activation satisfies never;
  }
}

function gelu(x: tf.Tensor): tf.Tensor {
  const inner = x.add(x.mul(x).mul(x).mul(GELU.cubic)).mul(GELU.scale);
  return x.mul(0.5).mul(inner.tanh().add(1));
}

function pool({ type, size, stride }: PoolLayer, x: tf.Tensor4D): tf.Tensor {
  return type === 'max-pool' ? tf.maxPool(x, size, stride, 'valid') : tf.avgPool(x, size, stride, 'valid');
}
