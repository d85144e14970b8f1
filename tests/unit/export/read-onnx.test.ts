import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { logitsOf } from '../../../src/engine/take-away/logits-of';
import { writeAbout } from '../../../src/export/about-network';
import { readByOnnxRuntime } from '../../../src/export/onnx/check-onnx';
import type { OnnxModel } from '../../../src/export/onnx/messages';
import { readOnnx } from '../../../src/export/onnx/read-onnx';
import { toOnnx } from '../../../src/export/onnx/to-onnx';
import { writeModel } from '../../../src/export/onnx/write-messages';
import { largestDifference } from '../../../src/metrics/largest-difference';
import { softmaxRows } from '../../../src/metrics/logits';
import { formatNetwork } from '../../../src/model/notation';
import { GraphBuilder, ints } from '../../fixtures/onnx-graphs';
import { startOnnxRuntimeInNode } from '../../fixtures/onnx-runtime';
import { inkImages, trained, variousNetworks } from '../../fixtures/trained-networks';

const NAMES = Array.from({ length: 10 }, (_, i) => `class ${i}`);
const read = (model: OnnxModel) => readOnnx('a.onnx', writeModel(model));

beforeAll(startOnnxRuntimeInNode, 60_000);

describe('an ONNX file of the lab', () => {
  test.each(variousNetworks(20))('comes back bit for bit: $text', ({ trained: network }) => {
    const about = new Map([['digit-lab', writeAbout(network, NAMES)]]);
    const opened = read(toOnnx(network, about));
    expect(opened).toEqual({ network, classNames: NAMES, isOwn: true });
  });

  test.each(variousNetworks(8))('needs nothing but its graph: $text', async ({ trained: network }) => {
    const { network: opened, isOwn } = read(toOnnx(network, new Map()));
    const images = inkImages(2);
    expect(isOwn).toBe(false);
    expect(await logitsOf(opened, images)).toEqual(await logitsOf(network, images));
  });

  test('is read by its graph where what it says of itself is another network', () => {
    const about = new Map([['digit-lab', writeAbout(trained('d20-d10'), NAMES)]]);
    const { network, isOwn } = read(toOnnx(trained('d12-d10'), about));
    expect(isOwn).toBe(false);
    expect(formatNetwork(network.settings.network)).toBe('d12-d10');
  });
});

/** As torch.onnx.export writes a small network: pooling before the activation, biases before normalisations. */
function pytorch(): OnnxModel {
  const g = new GraphBuilder();
  const [padding, two] = [ints('pads', 1, 1, 1, 1), [ints('kernel_shape', 2, 2), ints('strides', 2, 2)]];
  g.node('Conv', [g.weights([4, 1, 3, 3], 2), g.weights([4])], [padding, ints('strides', 1, 1)]);
  g.node('MaxPool', [], two).node('Relu');
  g.node('Conv', [g.weights([6, 4, 3, 3]), g.weights([6])], [ints('strides', 1, 1)]);
  const norm = [g.weights([6], 1, 1), g.weights([6]), g.weights([6]), g.weights([6], 1, 1)];
  g.node('BatchNormalization', norm, [{ name: 'epsilon', float: 1e-3 }]).node('Relu');
  const before = g.current;
  g.node('Conv', [g.weights([6, 6, 3, 3], 0.3), g.weights([6])], [padding])
    .node('Relu')
    .node('Add', [before]);
  const images = g.aside('Gather', [g.aside('Shape', [g.current]), g.tensor([1], new Float32Array(1), 7)]);
  const sizes = g.aside(
    'Concat',
    [images, g.tensor([1], Float32Array.of(-1), 7)],
    [{ name: 'axis', int: 0 }],
  );
  g.node('Reshape', [sizes]);
  const turned = { name: 'transB', int: 1 };
  g.node('Gemm', [g.weights([12, 864], 0.2), g.weights([12])], [turned]).node('Relu');
  return g.node('Gemm', [g.weights([10, 12], 2), g.weights([10])], [turned]).model();
}

/** As tf2onnx writes one of Keras: images channels last, matrix products with a bias that is added. */
function keras(): OnnxModel {
  const g = new GraphBuilder(2);
  g.node('Transpose', [], [ints('perm', 0, 3, 1, 2)]);
  g.node(
    'Conv',
    [g.weights([3, 1, 5, 5], 2)],
    [{ name: 'auto_pad', text: 'SAME_UPPER' }, ints('strides', 2, 2)],
  );
  g.node('Add', [g.weights([1, 3, 1, 1])]).node('Tanh');
  g.node('AveragePool', [], [ints('kernel_shape', 2, 2), ints('strides', 2, 2)]);
  g.node('Transpose', [], [ints('perm', 0, 2, 3, 1)]);
  g.node('Reshape', [g.tensor([2], Float32Array.of(-1, 147), 7)]);
  g.node('MatMul', [g.weights([147, 10], 1)]).node('Add', [g.weights([10])]);
  return g.node('Softmax').model(['N', 28, 28, 1]);
}

describe('an ONNX file of another program', () => {
  test.each([
    ['PyTorch', pytorch(), 'c4k3same-p2-c6k3-n-c6k3same-r-d12-d10', 'relu'],
    ['tf2onnx', keras(), 'c3k5s2same-a2-d10', 'tanh'],
  ])('of %s computes the same here', async (_, model, layers, activation) => {
    const { settings, weights, trainedBatches } = read(model).network;
    expect(formatNetwork(settings.network)).toBe(layers);
    expect(settings.activation).toBe(activation);
    const images = inkImages(3);
    const there = await readByOnnxRuntime(writeModel(model), images);
    const here = await logitsOf({ settings, weights, trainedBatches }, images);
    // Those of PyTorch end with the logits.
    const [a, b] = there.some((value) => value < 0)
      ? [softmaxRows(here, 10), softmaxRows(there, 10)]
      : [softmaxRows(here, 10), there];
    expect(largestDifference(a, b)).toBeLessThan(1e-5);
  });
});

test.each(['script', 'dynamo'])(
  'a file that PyTorch has written (%s) computes what it says',
  async (exporter) => {
    const file = (name: string) =>
      readFileSync(new URL(`../../fixtures/pytorch-onnx/${name}`, import.meta.url));
    const { network } = readOnnx('a.onnx', Uint8Array.from(file(`${exporter}.onnx`)));
    // The exporters fold the normalisation into the convolution.
    expect(formatNetwork(network.settings.network)).toBe('c4k3same-p2-c6k3-c6k3same-r-p2-d12-d10');
    const image = Float32Array.from({ length: 784 }, (_, i) => Number((((i * 37) % 256) / 255).toFixed(6)));
    const wanted = Float32Array.from(JSON.parse(file('probabilities.json').toString()) as number[]);
    expect(largestDifference(softmaxRows(await logitsOf(network, image), 10), wanted)).toBeLessThan(1e-6);
  },
);

/** A small network that one thing is wrong with, and what is said of it. */
const refused: [string, (g: GraphBuilder) => GraphBuilder, string][] = [
  ['an operator without a place here', (g) => g.node('Elu'), 'unsupported: a.onnx: Elu /Elu_0: operator'],
  [
    'zeros on one side only',
    (g) => g.node('Conv', [g.weights([2, 1, 3, 3])], [ints('pads', 2, 2, 0, 0)]),
    'unsupported: a.onnx: Conv /Conv_0: zeros 2, 2, 0, 0',
  ],
  [
    'the other form of GELU',
    (g) =>
      g
        .node('Flatten')
        .node('Gemm', [g.weights([784, 10])])
        .node('Gelu'),
    "unsupported: a.onnx: Gelu /Gelu_2: approximate 'none', not 'tanh'",
  ],
  [
    'weights that are not there',
    (g) => g.node('Flatten').node('Gemm', ['nowhere']),
    'missing: a.onnx: Gemm /Gemm_1: nowhere',
  ],
  [
    'fewer weights than they say',
    (g) => g.node('Flatten').node('Gemm', [g.tensor([784, 10], new Float32Array(9))]),
    'missing: a.onnx: weights_0: 9 values of 7840',
  ],
  [
    'weights that are no numbers',
    (g) => g.node('Flatten').node('Gemm', [g.tensor([784, 10], new Float32Array(7840).fill(Number.NaN))]),
    'not-finite: a.onnx: Gemm /Gemm_1: kernel',
  ],
  [
    'another number of classes',
    (g) => g.node('Flatten').node('Gemm', [g.weights([784, 9])]),
    'impossible: a.onnx: Gemm /Gemm_1: last-not-classes',
  ],
  [
    'two activations of different kinds',
    (g) =>
      g
        .node('Flatten')
        .node('Gemm', [g.weights([784, 5])])
        .node('Relu')
        .node('Gemm', [g.weights([5, 5])])
        .node('Tanh')
        .node('Gemm', [g.weights([5, 10])]),
    'unsupported: a.onnx: Gemm /Gemm_3: tanh besides relu',
  ],
  [
    'no activation',
    (g) =>
      g
        .node('Flatten')
        .node('Gemm', [g.weights([784, 5])])
        .node('Gemm', [g.weights([5, 10])]),
    'unsupported: a.onnx: Gemm /Gemm_1: no activation',
  ],
  [
    'an addition from afar',
    (g) => g.node('Relu', ['x']).node('Add', ['x']),
    'unsupported: a.onnx: Relu /Relu_0: relu where it stands',
  ],
  [
    'too much to be a network',
    (g) => [...Array(1001)].reduce((all) => all.node('Relu'), g),
    'too-large: a.onnx: : 1001 operators',
  ],
];

test.each(refused)('refuses %s by name', (_, build, message) => {
  expect(() => read(build(new GraphBuilder()).model())).toThrow(message);
});

test('refuses what is no ONNX file', () => {
  for (const bytes of [new Uint8Array(0), new TextEncoder().encode('{"format": "layers-model"}')]) {
    expect(() => readOnnx('a.onnx', bytes)).toThrow('damaged: a.onnx');
  }
});
