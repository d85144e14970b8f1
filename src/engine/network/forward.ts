import * as tf from '@tensorflow/tfjs';
import type { ConvLayer, PoolLayer } from '../../model/network';
import type { Activation } from '../../model/settings';
import type { LayerPlan, NetworkPlan } from '../../model/shapes';

interface ForwardSettings {
  /** Of every convolution and dense layer but the last. */
  readonly activation: Activation;
  /**
   * What the inputs of the dropout layers are multiplied by, one mask a dropout layer in order, each of the batch's
   * shape. Without them the dropout layers pass everything on, as they do outside training.
   */
  readonly dropoutMasks?: readonly tf.Tensor[];
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
  { activation, dropoutMasks }: ForwardSettings,
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
  for (const layerPlan of plan.layers) {
    const own = layerPlan.weights.map(() => take(remaining));
    x = layerOutput(layerPlan, x, own, activation, masks && (() => take(masks)));
    outputs.push(x);
  }
  return outputs;
}

function layerOutput(
  plan: LayerPlan,
  x: tf.Tensor,
  weights: readonly tf.Tensor[],
  activation: Activation,
  nextMask: (() => tf.Tensor) | undefined,
): tf.Tensor {
  const { layer } = plan;
  switch (layer.type) {
    case 'conv':
      return activate(convolution(layer, x as tf.Tensor4D, weights), plan, activation);
    case 'dense':
      return activate(dense(x, weights), plan, activation);
    case 'max-pool':
    case 'avg-pool':
      return pool(layer, x as tf.Tensor4D);
    case 'dropout':
      return nextMask ? tf.mul(x, nextMask()) : x;
    default:
      return layer satisfies never;
  }
}

function convolution({ stride, padding }: ConvLayer, x: tf.Tensor4D, weights: readonly tf.Tensor[]) {
  const [kernel, bias] = weights as [tf.Tensor4D, tf.Tensor];
  // Of rank 4, because tfjs adds a short vector on WebGPU with a barrier in every workgroup.
  return tf.conv2d(x, kernel, stride, padding).add(bias.reshape([1, 1, 1, -1]));
}

/** Maps become a vector row by row, channels last. */
function dense(x: tf.Tensor, weights: readonly tf.Tensor[]) {
  const [kernel, bias] = weights as [tf.Tensor2D, tf.Tensor];
  return tf.matMul(x.reshape([x.shape[0] as number, -1]), kernel).add(bias);
}

function activate(x: tf.Tensor, { isOutput }: LayerPlan, activation: Activation): tf.Tensor {
  if (isOutput) return x;
  switch (activation) {
    case 'relu':
      return tf.relu(x);
    case 'sigmoid':
      return tf.sigmoid(x);
    case 'tanh':
      return tf.tanh(x);
    default:
      return activation satisfies never;
  }
}

function pool({ type, size, stride }: PoolLayer, x: tf.Tensor4D): tf.Tensor {
  return type === 'max-pool' ? tf.maxPool(x, size, stride, 'valid') : tf.avgPool(x, size, stride, 'valid');
}
