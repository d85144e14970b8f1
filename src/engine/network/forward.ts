import * as tf from '@tensorflow/tfjs';
import type { ConvLayer, PoolLayer } from '../../model/network';
import type { Activation } from '../../model/settings';
import type { LayerPlan, NetworkPlan } from '../../model/shapes';

export interface ForwardSettings {
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
    const [kernel, bias] = layerPlan.weights.map(() => take(remaining));
    if (kernel && bias) x = activate(linear(layerPlan, x, kernel, bias), layerPlan, activation);
    else x = withoutWeights(layerPlan, x, masks && (() => take(masks)));
    outputs.push(x);
  }
  return outputs;
}

/** The weighted sums of a convolution or a dense layer. Maps become a vector row by row, channels last. */
function linear({ layer }: LayerPlan, x: tf.Tensor, kernel: tf.Tensor, bias: tf.Tensor): tf.Tensor {
  if (layer.type === 'conv') return convolution(layer, x as tf.Tensor4D, kernel as tf.Tensor4D, bias);
  return tf.matMul(x.reshape([x.shape[0] as number, -1]), kernel as tf.Tensor2D).add(bias);
}

function convolution({ stride, padding }: ConvLayer, x: tf.Tensor4D, kernel: tf.Tensor4D, bias: tf.Tensor) {
  // Of rank 4, because tfjs adds a short vector on WebGPU with a barrier in every workgroup.
  return tf.conv2d(x, kernel, stride, padding).add(bias.reshape([1, 1, 1, -1]));
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

function withoutWeights({ layer }: LayerPlan, x: tf.Tensor, mask: (() => tf.Tensor) | undefined): tf.Tensor {
  switch (layer.type) {
    case 'max-pool':
    case 'avg-pool':
      return pool(layer, x as tf.Tensor4D);
    case 'dropout':
      return mask ? tf.mul(x, mask()) : x;
    case 'conv':
    case 'dense':
      throw new RangeError(`a ${layer.type} layer came without weights`);
    default:
      return layer satisfies never;
  }
}

function pool({ type, size, stride }: PoolLayer, x: tf.Tensor4D): tf.Tensor {
  return type === 'max-pool' ? tf.maxPool(x, size, stride, 'valid') : tf.avgPool(x, size, stride, 'valid');
}
