import { expect, test } from 'vitest';
import { readTfjs } from '../../../src/export/tfjs/read-tfjs';
import { formatNetwork } from '../../../src/model/notation';
import { KerasModel, leastModel } from '../../fixtures/keras-model';

const read = (model: KerasModel, change = (json: Record<string, unknown>) => json) =>
  readTfjs('model.json', JSON.stringify(change(model.json)), new Map([['weights.bin', model.bytes]]));

type Build = (model: KerasModel) => KerasModel;
type Config = Record<string, unknown>;

const conv = (config: Config) => (model: KerasModel) =>
  model.layer('Conv2D', { filters: 2, kernel_size: 3, ...config }, { kernel: [3, 3, 1, 2], bias: [2] });
const pool = (config: Config) => (model: KerasModel) => model.layer('MaxPooling2D', config);
const norm = (config: Config) => (model: KerasModel) =>
  model.layer('BatchNormalization', config, {
    ...{ gamma: [1], beta: [1], moving_mean: [1], moving_variance: [1] },
  });
const end = (model: KerasModel, inputs: number) =>
  model.layer('Flatten').layer('Dense', { units: 10 }, { kernel: [inputs, 10], bias: [10] });

const REFUSED: readonly (readonly [what: string, build: Build, message: string])[] = [
  ['windows of two sides', conv({ kernel_size: [3, 5] }), 'kernel_size [3,5]'],
  ['windows of three sides', conv({ kernel_size: [3, 3, 3] }), 'kernel_size [3,3,3]'],
  ['dilated windows', conv({ dilation_rate: [2, 2] }), 'dilation_rate [2,2]'],
  ['groups', conv({ groups: 2 }), 'groups 2'],
  ['channels first', conv({ data_format: 'channels_first' }), 'data_format "channels_first"'],
  ['padding by another rule', conv({ padding: 'causal' }), 'padding "causal"'],
  ['filters that are half', conv({ filters: 2.5 }), 'filters 2.5'],
  ['filters that are none', conv({ filters: 0 }), 'filters 0'],
  ['an activation that is no name', conv({ activation: { class_name: 'ReLU' } }), 'activation {"class_name"'],
  ['a filter of another shape', conv({ filters: 3 }), 'wrong-shape: model.json: layer_1: kernel: 3×3×1×2'],
  ['pooling with zeros', pool({ pool_size: 3, strides: 2, padding: 'same' }), 'padding "same"'],
  ['a convolution of a vector', (model) => conv({})(model.layer('Flatten')), 'layer_2: no maps'],
  ['a dense layer of maps', (model) => model.layer('Dense', { units: 10 }), 'not flattened'],
  ['a clipped ReLU', (model) => conv({})(model).layer('ReLU', { max_value: 6 }), 'max_value 6'],
  ['a steep leaky ReLU', (model) => conv({})(model).layer('LeakyReLU'), 'alpha undefined'],
  ['the other GELU', (model) => conv({})(model).layer('Gelu', { approximate: false }), 'approximate false'],
  ['a softmax of rows', (model) => conv({})(model).layer('Softmax', { axis: 2 }), 'axis 2'],
  [
    'pooling that keeps sides',
    (model) => model.layer('GlobalAveragePooling2D', { keepdims: true }),
    'keepdims',
  ],
  [
    'a reshape of maps',
    (model) => conv({})(model).layer('Reshape', { target_shape: [28, 28, 1] }),
    'target_shape',
  ],
  ['a normalisation of rows', norm({ axis: [1] }), 'axis [1]'],
];

test.each(REFUSED)('a model of Keras with %s is refused by layer and option', (_, build, message) => {
  expect(() => read(end(build(new KerasModel()), 100))).toThrow(message);
});

const ACCEPTED: readonly (readonly [what: string, model: KerasModel, network: string])[] = [
  [
    'vectors that become images',
    end(new KerasModel({ batch_shape: [null, 784] }).layer('Reshape', { target_shape: [28, 28, 1] }), 784),
    'd10',
  ],
  [
    'windows that padding adds nothing to',
    end(pool({ pool_size: 2, padding: 'same' })(new KerasModel()), 196),
    'p2-d10',
  ],
  ['no dropout to speak of', end(new KerasModel().layer('Dropout', { rate: 0 }), 784), 'd10'],
  ['a normalisation of the last axis', end(norm({ axis: -1 })(new KerasModel()), 784), 'n-d10'],
  [
    'a normalisation without scale and shift',
    end(
      new KerasModel().layer(
        'BatchNormalization',
        { scale: false, center: false, axis: 3 },
        { moving_mean: [1], moving_variance: [1] },
      ),
      784,
    ),
    'n-d10',
  ],
  [
    'no bias',
    new KerasModel().layer('Flatten').layer('Dense', { units: 10, use_bias: false }, { kernel: [784, 10] }),
    'd10',
  ],
  [
    'a leaky ReLU of its own',
    end(
      conv({ activation: null })(new KerasModel())
        .layer('LeakyReLU', { negative_slope: 0.01 })
        .layer('GlobalAveragePooling2D'),
      2,
    ),
    'c2k3-g-d10',
  ],
  [
    'an average of windows',
    end(new KerasModel().layer('AveragePooling2D', { pool_size: [2, 2], strides: null }), 196),
    'a2-d10',
  ],
];

test.each(ACCEPTED)('a model of Keras may have %s', (_, model, network) => {
  expect(formatNetwork(read(model).network.settings.network)).toBe(network);
});

const GRAPHS: readonly (readonly [what: string, config: Config, message: string])[] = [
  [
    'two outputs',
    {
      output_layers: [
        ['layer_2', 0, 0],
        ['layer_1', 0, 0],
      ],
    },
    '2 outputs',
  ],
  ['an output of its own', { output_layers: [['layer_1', 0, 0]] }, 'layer_1: output'],
];

test.each(GRAPHS)('a graph of Keras with %s is refused', (_, config, message) => {
  const layers = leastModel().layers.map((layer, i, all) => ({
    ...layer,
    inbound_nodes: i === 0 ? [] : [[[all[i - 1]?.config.name, 0, 0, {}]]],
  }));
  const topology = {
    class_name: 'Functional',
    config: { layers, input_layers: [['input_1', 0, 0]], ...config },
  };
  expect(() => read(leastModel(), (json) => ({ ...json, modelTopology: topology }))).toThrow(message);
});

test.each([
  ['two layers of one name', [1, { name: 'layer_2' }], 'layer_2: two layers of one name'],
  ['a layer that is used twice', [2, {}, [[['input_1', 0, 0]], [['layer_1', 0, 0]]]], 'used more than once'],
  ['a layer that nothing leads to', [2, {}, [[['input_1', 0, 0]]]], 'layer_2: a branch'],
] as const)('a graph of Keras with %s is refused', (_, [at, config, calls], message) => {
  const layers = leastModel().layers.map((layer, i, all) => ({
    ...layer,
    config: { ...layer.config, ...(i === at ? config : {}) },
    inbound_nodes: i === at && calls ? calls : i === 0 ? [] : [[[all[i - 1]?.config.name, 0, 0, {}]]],
  }));
  const topology = { class_name: 'Model', config: { layers, output_layers: [['layer_2', 0, 0]] } };
  expect(() => read(leastModel(), (json) => ({ ...json, modelTopology: topology }))).toThrow(message);
});

test.each([
  ['of integers', { dtype: 'int32' }, 'int32'],
  [
    'that were packed into a byte each',
    { quantization: { dtype: 'uint8', scale: 1, min: 0 } },
    'quantization',
  ],
])('weights %s are refused by name', (_, spec, message) => {
  const change = (json: Record<string, unknown>) => {
    const [group] = json.weightsManifest as { weights: Config[] }[];
    return {
      ...json,
      weightsManifest: [{ ...group, weights: group?.weights.map((one) => ({ ...one, ...spec })) }],
    };
  };
  expect(() => read(leastModel(), change)).toThrow(`unsupported: model.json: layer_2/kernel: ${message}`);
});

test('a model of Keras may say the shape of its images in its first layer', () => {
  const [, first, second] = leastModel().layers;
  const layers = [{ ...first, config: { ...first?.config, batch_input_shape: [null, 28, 28] } }, second];
  const { network } = read(leastModel(), (json) => ({
    ...json,
    modelTopology: { class_name: 'Sequential', config: layers },
  }));
  expect(formatNetwork(network.settings.network)).toBe('d10');
});

test('images of a size that is not said are refused', () => {
  expect(() => read(new KerasModel({ batch_shape: undefined }).layer('Flatten'))).toThrow(
    'images of any size',
  );
});

test('strides that the lab does not have are refused by layer', () => {
  const model = end(conv({ strides: 9 })(new KerasModel()), 18);
  expect(() => read(model)).toThrow('impossible: model.json: layer_1: stride out of range');
});
