import * as tf from '@tensorflow/tfjs';
import { BATCH_NORM } from '../../model/layers/batch-norm';
import { INPUT_SIDE } from '../../model/network';
import { GELU, LEAKY_SLOPE } from '../../model/plain/activation';
import { type Activation, trainedNetwork } from '../../model/settings';
import { type LayerPlan, layerBefore, planOf } from '../../model/shapes';
import type { TrainedNetwork } from '../../model/trained-network';

type Layer = tf.layers.Layer;

/** The network with a softmax behind it, as layers of Keras' kinds. Whoever asks for it disposes of it. */
export function buildLayersModel({ settings, weights }: TrainedNetwork): tf.LayersModel {
  const { layers } = planOf(trainedNetwork(settings));
  const input = tf.input({ shape: [INPUT_SIDE, INPUT_SIDE, 1] });
  let x = input;
  /** Of each layer so far. */
  const inputs: tf.SymbolicTensor[] = [];
  const given: [Layer, tf.Tensor[]][] = [];
  let taken = 0;
  const through = (layer: Layer) => {
    x = layer.apply(x) as tf.SymbolicTensor;
  };
  for (const [at, plan] of layers.entries()) {
    const around = inputs[layerBefore(layers.slice(0, at))] ?? x;
    inputs.push(x);
    const name = `${plan.layer.type.replaceAll('-', '_')}_${at}`;
    if (plan.layer.type === 'dense' && x.shape.length > 2)
      through(tf.layers.flatten({ name: `flatten_${at}` }));
    if (plan.layer.type === 'residual') x = tf.layers.add({ name }).apply([x, around]) as tf.SymbolicTensor;
    else {
      const layer = layerOf(plan, name);
      through(layer);
      const own = plan.weights.map(({ shape }, i) =>
        tf.tensor(weights[taken + i] as Float32Array, [...shape]),
      );
      taken += own.length;
      if (own.length > 0) given.push([layer, own]);
    }
    if (plan.isActivated) x = activated(x, settings.activation, `activation_${at}`);
  }
  through(tf.layers.softmax({ name: 'softmax' }));
  const model = tf.model({ inputs: input, outputs: x });
  for (const [layer, own] of given) {
    layer.setWeights(own);
    tf.dispose(own);
  }
  return model;
}

function layerOf({ layer, weights }: LayerPlan, name: string): Layer {
  const useBias = weights.some(({ role }) => role === 'bias');
  switch (layer.type) {
    case 'conv':
    case 'separable-conv': {
      const { filters, kernel: kernelSize, stride: strides, padding } = layer;
      const config = { name, filters, kernelSize, strides, padding, useBias };
      return layer.type === 'conv' ? tf.layers.conv2d(config) : tf.layers.separableConv2d(config);
    }
    case 'max-pool':
      return tf.layers.maxPooling2d({ name, poolSize: layer.size, strides: layer.stride });
    case 'avg-pool':
      return tf.layers.averagePooling2d({ name, poolSize: layer.size, strides: layer.stride });
    case 'global-avg-pool':
      return tf.layers.globalAveragePooling2d({ name });
    case 'batch-norm':
      return tf.layers.batchNormalization({ name, epsilon: BATCH_NORM.epsilon, momentum: BATCH_NORM.keep });
    case 'dense':
      return tf.layers.dense({ name, units: layer.units, useBias });
    case 'dropout':
      return tf.layers.dropout({ name, rate: layer.percent / 100 });
    case 'residual':
      throw new RangeError('a residual addition has two inputs');
    default:
      return layer satisfies never;
  }
}

function activated(x: tf.SymbolicTensor, activation: Activation, name: string): tf.SymbolicTensor {
  switch (activation) {
    case 'leaky-relu':
      return tf.layers.leakyReLU({ name, alpha: LEAKY_SLOPE }).apply(x) as tf.SymbolicTensor;
    case 'gelu':
      return gelu(x, name);
    case 'relu':
    case 'sigmoid':
    case 'tanh':
      return tf.layers.activation({ name, activation }).apply(x) as tf.SymbolicTensor;
    default:
      return activation satisfies never;
  }
}

/**
 * x·sigmoid(2·scale·(x + cubic·x³)), which is its tanh form: what TensorFlow.js has under that name, 'gelu_new', it
 * writes down and can't load again (4.22: it looks for 'geluNew').
 */
function gelu(x: tf.SymbolicTensor, name: string): tf.SymbolicTensor {
  const through = (layer: tf.layers.Layer, ...given: tf.SymbolicTensor[]) =>
    layer.apply(given.length === 1 ? (given[0] as tf.SymbolicTensor) : given) as tf.SymbolicTensor;
  const { layers } = tf;
  // A layer that is given one tensor twice would free it too early.
  const scaled = through(layers.rescaling({ name: `${name}_cubic`, scale: GELU.cubic }), x);
  const square = through(layers.multiply({ name: `${name}_square` }), scaled, x);
  const cube = through(layers.multiply({ name: `${name}_cube` }), square, x);
  const sum = through(layers.add({ name: `${name}_sum` }), x, cube);
  const inner = through(layers.rescaling({ name: `${name}_scale`, scale: 2 * GELU.scale }), sum);
  const gate = through(layers.activation({ name: `${name}_gate`, activation: 'sigmoid' }), inner);
  return through(layers.multiply({ name }), x, gate);
}
