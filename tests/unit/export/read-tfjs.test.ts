import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLayersModel, writeLayersModel } from '../../../src/engine/take-away/layers-model';
import { logitsOf } from '../../../src/engine/take-away/logits-of';
import { writeAbout } from '../../../src/export/about-network';
import { readTfjs } from '../../../src/export/tfjs/read-tfjs';
import { largestDifference } from '../../../src/metrics/largest-difference';
import { softmaxRows } from '../../../src/metrics/logits';
import { formatNetwork } from '../../../src/model/notation';
import type { TrainedNetwork } from '../../../src/model/trained-network';
import { KerasModel, leastModel } from '../../fixtures/keras-model';
import { inkImages, variousNetworks } from '../../fixtures/trained-networks';

const NAMES = Array.from({ length: 10 }, (_, i) => `class ${i}`);

beforeAll(async () => {
  await tf.setBackend('cpu');
});

async function throughFiles(network: TrainedNetwork, metadata: Record<string, string>) {
  const { model, weights } = await writeLayersModel(network, metadata);
  return readTfjs('model.json', model, new Map([['weights.bin', weights]]));
}

describe('a tf.LayersModel of the lab', () => {
  test.each(variousNetworks(20))('comes back bit for bit: $text', async ({ trained: network }) => {
    const opened = await throughFiles(network, { 'digit-lab': writeAbout(network, NAMES) });
    expect(opened).toEqual({ network, classNames: NAMES, isOwn: true });
  });

  test.each(variousNetworks(8))('needs nothing but its layers: $text', async ({ trained: network }) => {
    const images = inkImages(2);
    const { network: opened, isOwn } = await throughFiles(network, {});
    expect(isOwn).toBe(false);
    expect(await logitsOf(opened, images)).toEqual(await logitsOf(network, images));
  });
});

const read = (model: KerasModel, change: (json: Record<string, unknown>) => unknown = (json) => json) =>
  readTfjs('model.json', JSON.stringify(change(model.json)), new Map([['weights.bin', model.bytes]]));

const norm = { gamma: [6], beta: [6], moving_mean: [6], moving_variance: [6] };

describe('a model of Keras', () => {
  test('computes the same here as in TensorFlow.js, whatever its epsilon and its biases', async () => {
    const model = new KerasModel()
      .layer(
        'Conv2D',
        { filters: 4, kernel_size: [3, 3], padding: 'same', activation: 'relu' },
        { kernel: [3, 3, 1, 4], bias: [4] },
      )
      .layer('MaxPooling2D', { pool_size: [2, 2] })
      .layer('Conv2D', { filters: 6, kernel_size: 3 }, { kernel: [3, 3, 4, 6], bias: [6] })
      .layer('BatchNormalization', { axis: [3], epsilon: 0.01 }, norm)
      .layer('ReLU', { max_value: null, negative_slope: 0, threshold: 0 })
      .layer('DepthwiseConv2D', { kernel_size: [3, 3] }, { depthwise_kernel: [3, 3, 6, 1], bias: [6] })
      .layer(
        'Conv2D',
        { filters: 5, kernel_size: [1, 1], activation: 'relu' },
        { kernel: [1, 1, 6, 5], bias: [5] },
      )
      .layer('Dropout', { rate: 0.25 })
      .layer('Flatten')
      .layer('Dense', { units: 10, activation: 'softmax' }, { kernel: [500, 10], bias: [10] });
    const { network } = read(model);
    expect(formatNetwork(network.settings.network)).toBe('c4k3same-p2-c6k3-n-s5k3-x25-d10');
    const images = inkImages(3);
    const there = await readLayersModel({ model: JSON.stringify(model.json), weights: model.bytes }, images);
    expect(largestDifference(softmaxRows(await logitsOf(network, images), 10), there)).toBeLessThan(1e-5);
  });

  test.each([{ batch_shape: [null, 28, 28, 1] }, { batchInputShape: [null, 28, 28] }])(
    'may say the shape of its images as %j',
    (input) => {
      const model = new KerasModel(input);
      model.layer('Flatten').layer('Dense', { units: 10 }, { kernel: [784, 10], bias: [10] });
      expect(formatNetwork(read(model).network.settings.network)).toBe('d10');
    },
  );

  test('of Keras 3 is read by the history of its tensors', () => {
    const model = leastModel();
    const of = (name: string) => ({
      args: [
        {
          class_name: '__keras_tensor__',
          config: { shape: [null], dtype: 'float32', keras_history: [name, 0, 0] },
        },
      ],
      kwargs: { training: false },
    });
    const calls = [[], [of('input_1')], [of('layer_1')]];
    const layers = model.layers.map((layer, i) => ({
      ...layer,
      name: layer.config.name,
      inbound_nodes: calls[i],
    }));
    const config = {
      name: 'f',
      layers,
      input_layers: [['input_1', 0, 0]],
      output_layers: [['layer_2', 0, 0]],
    };
    const opened = read(model, (json) => ({ ...json, modelTopology: { class_name: 'Functional', config } }));
    expect(formatNetwork(opened.network.settings.network)).toBe('d10');
  });
});

const least = leastModel();
const dense = (config: Record<string, unknown>) =>
  new KerasModel().layer('Flatten').layer('Dense', config, { kernel: [784, 10], bias: [10] });

describe('refuses by name', () => {
  test.each<[string, KerasModel, string]>([
    [
      'a layer without a place here',
      new KerasModel().layer('LSTM'),
      'unsupported: model.json: layer_1: LSTM',
    ],
    [
      'units of 1e12, before anything is made of them',
      dense({ units: 1e12 }),
      'unsupported: model.json: layer_2: units 1000000000000',
    ],
    ['units that are no number', dense({ units: '10' }), 'unsupported: model.json: layer_2: units "10"'],
    [
      'an activation of another kind',
      dense({ units: 10, activation: 'elu' }),
      'unsupported: model.json: layer_2: activation "elu"',
    ],
    [
      'images of another size',
      new KerasModel({ batch_shape: [null, 32, 32, 3] }),
      'unsupported: model.json: input_1: images of 32×32×3',
    ],
    ['a branch', new KerasModel().layer('Concatenate'), 'unsupported: model.json: layer_1: Concatenate'],
  ])('%s', (_, model, message) => {
    expect(() => read(model)).toThrow(message);
  });

  test('weights that are not there, of which TensorFlow.js would take random ones', () => {
    const bare = new KerasModel().layer('Flatten').layer('Dense', { units: 10 });
    expect(() => read(bare)).toThrow('missing: model.json: layer_2: kernel');
    expect(() => readTfjs('model.json', JSON.stringify(least.json), new Map())).toThrow(
      'missing: model.json: weights.bin: file',
    );
  });

  test('a weight file that is too short, or too long', () => {
    const json = JSON.stringify(least.json);
    const given = (bytes: Uint8Array) => () =>
      readTfjs('model.json', json, new Map([['weights.bin', bytes]]));
    expect(given(least.bytes.slice(0, -4))).toThrow('missing: model.json: layer_2/bias: values');
    expect(given(Uint8Array.of(...least.bytes, 0))).toThrow(
      'damaged: model.json: weights.bin: 31401 bytes, not 31400',
    );
  });

  test('one weight file that is named many times, before it is there as often', () => {
    const [group] = least.json.weightsManifest as { paths: string[]; weights: unknown[] }[];
    const many = { ...group, paths: Array(100).fill('weights.bin') };
    const json = JSON.stringify({ ...least.json, weightsManifest: [many] });
    expect(() => readTfjs('m', json, new Map([['weights.bin', least.bytes]]))).toThrow(
      'damaged: m: weights.bin: 3140000 bytes, not 31400',
    );
  });

  test('more layers than a network may have, at the first that is too much', () => {
    const tall = new KerasModel();
    for (let i = 0; i < 400; i++) tall.layer('Dropout', { rate: 0.5 });
    expect(() => read(tall)).toThrow('too-large: model.json: layer_25: more than 24 layers');
  });

  test('weights that are no numbers', () => {
    const bytes = new Uint8Array(new Float32Array(7850).fill(Number.NaN).buffer);
    expect(() =>
      readTfjs('model.json', JSON.stringify(least.json), new Map([['weights.bin', bytes]])),
    ).toThrow('not-finite: model.json: layer_2: kernel');
  });

  test('more parameters than the lab takes, before any of them is read', () => {
    const weights = [{ name: 'layer_2/kernel', shape: [784, 10_000], dtype: 'float32' }];
    const json = { ...least.json, weightsManifest: [{ paths: ['weights.bin'], weights }] };
    expect(() => readTfjs('model.json', JSON.stringify(json), new Map())).toThrow(
      'too-large: model.json: weightsManifest: 7840000 weights, at most 4100000',
    );
  });

  test('what is no model, whatever it is called', () => {
    const text = JSON.stringify(least.json).replace('"format"', '"__proto__":{"polluted":true},"format"');
    expect(
      formatNetwork(readTfjs('m', text, new Map([['weights.bin', least.bytes]])).network.settings.network),
    ).toBe('d10');
    expect('polluted' in {}).toBe(false);
    const inLayer = JSON.stringify(least.json).replace('"LSTM"', '"x"').replace('"Dense"', '"__proto__"');
    expect(() => readTfjs('m', inLayer, new Map([['weights.bin', least.bytes]]))).toThrow(
      'unsupported: m: layer_2: __proto__',
    );
    for (const json of ['', '[]', 'null', '{"modelTopology":{}}'])
      expect(() => readTfjs('m', json, new Map())).toThrow('damaged: m');
  });
});
