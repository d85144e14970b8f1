import { INPUT_SIDE } from '../../model/network';
import { LEAKY_SLOPE } from '../../model/plain/activation';
import { activate } from './keras-activations';
import type { KerasConfig } from './keras-config';
import type { KerasReading, ReadKerasLayer } from './keras-reading';
import { readConv, readDense, readDepthwise, readNorm, readSeparable } from './keras-weighted';

const readPool: ReadKerasLayer = (config, { chain }) => {
  config.need('data_format', 'channels_last');
  const size = config.square('pool_size', 2);
  const stride = config.square('strides', size);
  // Where the windows fill the maps, padding adds nothing.
  const isEven = size === stride && (chain.shape[0] ?? 0) % size === 0;
  if (config.padding() === 'same' && !isEven) config.fail('padding');
  const type = config.type === 'MaxPooling2D' ? 'max-pool' : 'avg-pool';
  chain.add({ name: config.name, layer: { type, size, stride }, tensors: {} }, config.name);
};

const readGlobalPool: ReadKerasLayer = (config, reading) => {
  config.need('data_format', 'channels_last');
  config.need('keepdims', false);
  reading.chain.add({ name: config.name, layer: { type: 'global-avg-pool' }, tensors: {} }, config.name);
  reading.isFlat = true;
};

const readFlatten: ReadKerasLayer = (config, reading) => {
  config.need('data_format', 'channels_last');
  reading.isFlat = true;
  reading.chain.rename(config.name);
};

/** Of images that have not met a layer yet. */
const readReshape: ReadKerasLayer = (config, reading) => {
  const isImage = String(config.get('target_shape')) === String([INPUT_SIDE, INPUT_SIDE, 1]);
  if (!isImage || reading.chain.layers.length > 0) config.fail('target_shape');
  reading.isFlat = false;
  reading.chain.rename(config.name);
};

const readDropout: ReadKerasLayer = (config, { chain }) => {
  const percent = Math.round(100 * config.number('rate'));
  if (percent === 0) chain.rename(config.name);
  else chain.add({ name: config.name, layer: { type: 'dropout', percent }, tensors: {} }, config.name);
};

const readRelu: ReadKerasLayer = (config, reading) => {
  config.need('threshold', 0);
  config.need('negative_slope', 0);
  if ((config.get('max_value') ?? null) !== null) config.fail('max_value');
  activate('relu', config, reading);
};

const readLeakyRelu: ReadKerasLayer = (config, reading) => {
  const option = config.get('negative_slope') === undefined ? 'alpha' : 'negative_slope';
  // Keras' own is 0.3.
  if (Math.abs(config.number(option, 0.3) - LEAKY_SLOPE) > 1e-6) config.fail(option);
  reading.chain.activate(config.name, 'leaky-relu', config.name);
};

/** An operation of Keras 3, in the form that the lab has. */
const readGelu: ReadKerasLayer = (config, reading) => {
  config.need('approximate', true);
  reading.chain.activate(config.name, 'gelu', config.name);
};

const readSoftmax: ReadKerasLayer = (config, reading) => {
  config.need('axis', -1, 1);
  activate('softmax', config, reading);
};

const readAdd = (config: KerasConfig, { chain }: KerasReading): void =>
  chain.addUp(config.name, config.inputs, config.name);

/** What each of Keras' layers is in the lab. */
export const KERAS_LAYERS: ReadonlyMap<string, ReadKerasLayer> = new Map<string, ReadKerasLayer>([
  ['Conv2D', readConv],
  ['SeparableConv2D', readSeparable],
  ['DepthwiseConv2D', readDepthwise],
  ['Dense', readDense],
  ['BatchNormalization', readNorm],
  ['MaxPooling2D', readPool],
  ['AveragePooling2D', readPool],
  ['GlobalAveragePooling2D', readGlobalPool],
  ['Flatten', readFlatten],
  ['Reshape', readReshape],
  ['Dropout', readDropout],
  ['Activation', (config, reading) => activate(config.activation(), config, reading)],
  ['ReLU', readRelu],
  ['LeakyReLU', readLeakyRelu],
  ['Gelu', readGelu],
  ['Softmax', readSoftmax],
  ['Add', readAdd],
]);
