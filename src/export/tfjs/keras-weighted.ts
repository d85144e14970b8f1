import type { Layer } from '../../model/network';
import { sizeOf, type WeightShape } from '../../model/shapes';
import { activate } from './keras-activations';
import type { KerasConfig } from './keras-config';
import type { KerasReading, ReadKerasLayer } from './keras-reading';

type Tensors = Partial<Record<WeightShape['role'], Float32Array>>;

/** @throws NetworkFileError where they are not there, or of another shape */
function weight(
  name: string,
  shape: readonly number[],
  config: KerasConfig,
  reading: KerasReading,
): Float32Array {
  const { weights, refuse } = reading;
  const stored = weights.get(`${config.name}/${name}`);
  if (!stored) throw refuse('missing', config.name, name);
  if (String(stored.shape) !== String(shape)) {
    throw refuse('wrong-shape', config.name, `${name}: ${stored.shape.join('×')}, not ${shape.join('×')}`);
  }
  return stored.values;
}

const biasOf = (outputs: number, config: KerasConfig, reading: KerasReading): Tensors =>
  config.get('use_bias') === false ? {} : { bias: weight('bias', [outputs], config, reading) };

/** Sizes that the lab has no room for are refused before weights of that size are looked for. */
function need(size: number, most: number, option: string, config: KerasConfig): number {
  if (!Number.isInteger(size) || size < 1 || size > most) config.fail(option);
  return size;
}

const MOST = 2048;

function sliding(config: KerasConfig, { chain, isFlat, refuse }: KerasReading) {
  config.need('data_format', 'channels_last');
  config.need('groups', 1);
  config.need('depth_multiplier', 1);
  if (config.square('dilation_rate', 1) !== 1) config.fail('dilation_rate');
  const channels = chain.shape[2];
  if (isFlat || channels === undefined) throw refuse('impossible', config.name, 'no maps');
  const kernel = need(config.square('kernel_size'), MOST, 'kernel_size', config);
  return { kernel, stride: config.square('strides', 1), padding: config.padding(), channels };
}

export const readConv: ReadKerasLayer = (config, reading) => {
  const { channels, ...windows } = sliding(config, reading);
  const { kernel } = windows;
  const filters = need(config.number('filters'), MOST, 'filters', config);
  const tensors = {
    kernel: weight('kernel', [kernel, kernel, channels, filters], config, reading),
    ...biasOf(filters, config, reading),
  };
  add({ type: 'conv', filters, ...windows }, tensors, config, reading);
};

export const readSeparable: ReadKerasLayer = (config, reading) => {
  const { channels, ...windows } = sliding(config, reading);
  const { kernel } = windows;
  const filters = need(config.number('filters'), MOST, 'filters', config);
  const tensors = {
    depthwise: weight('depthwise_kernel', [kernel, kernel, channels, 1], config, reading),
    kernel: weight('pointwise_kernel', [1, 1, channels, filters], config, reading),
    ...biasOf(filters, config, reading),
  };
  add({ type: 'separable-conv', filters, ...windows }, tensors, config, reading);
};

/** The first part of a separable one, whose second has to follow. */
export const readDepthwise: ReadKerasLayer = (config, reading) => {
  const { channels, ...windows } = sliding(config, reading);
  const { kernel } = windows;
  const name = reading.weights.has(`${config.name}/kernel`) ? 'kernel' : 'depthwise_kernel';
  const tensors = {
    depthwise: weight(name, [kernel, kernel, channels, 1], config, reading),
    ...biasOf(channels, config, reading),
  };
  add({ type: 'conv', filters: channels, ...windows }, tensors, config, reading);
};

export const readDense: ReadKerasLayer = (config, reading) => {
  if (!reading.isFlat) throw reading.refuse('unsupported', config.name, 'of maps that are not flattened');
  const units = need(config.number('units'), MOST, 'units', config);
  const tensors = {
    kernel: weight('kernel', [sizeOf(reading.chain.shape), units], config, reading),
    ...biasOf(units, config, reading),
  };
  add({ type: 'dense', units }, tensors, config, reading);
};

function add(layer: Layer, tensors: Tensors, config: KerasConfig, reading: KerasReading): void {
  reading.chain.add({ name: config.name, layer, tensors }, config.name);
  activate(config.activation(), config, reading);
}

export const readNorm: ReadKerasLayer = (config, reading) => {
  // The last one, which Keras 2 writes as a list.
  const axis = config.square('axis', -1);
  if (axis !== -1 && axis !== (reading.isFlat ? 1 : 3)) config.fail('axis');
  const channels = reading.chain.shape.at(-1) ?? 0;
  const read = (name: string) => weight(name, [channels], config, reading);
  const tensors = {
    ...(config.get('scale') !== false && { scale: read('gamma') }),
    ...(config.get('center') !== false && { shift: read('beta') }),
    mean: read('moving_mean'),
    variance: read('moving_variance'),
  };
  const { name } = config;
  reading.chain.add({ name, layer: { type: 'batch-norm' }, tensors, epsilon: config.epsilon() }, name);
};
