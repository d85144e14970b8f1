import { expect, test } from 'vitest';
import { formatNetwork } from '../../../src/model/notation';
import { GraphBuilder, ints } from '../../fixtures/onnx-graphs';
import { type Build, dense, flat, int, maps, read, text, wholes } from './onnx-parts';

const ACCEPTED: readonly (readonly [
  what: string,
  build: Build,
  dims: readonly (number | string)[],
  network: string,
])[] = [
  ['images that come as vectors', (g) => dense(g, 784), ['N', 784], 'd10'],
  [
    'vectors that become images',
    (g) => dense(flat(maps(g.node('Reshape', [wholes(g, -1, 1, 28, 28)]))), 392),
    ['N', 784],
    'c2k3same-p2-d10',
  ],
  [
    'vectors that become images, channels last',
    (g) => dense(g.node('Reshape', [wholes(g, -1, 28, 28, 1)]).node('Reshape', [wholes(g, -1, 784)]), 784),
    ['N', 784],
    'd10',
  ],
  ['images without channels', (g) => dense(flat(g), 784), [1, 28, 28], 'd10'],
  [
    'a mean over rows and columns',
    (g) => dense(maps(g).node('ReduceMean', [], [ints('axes', -1, -2), int('keepdims', 0)]), 2),
    ['N', 1, 28, 28],
    'c2k3same-p2-g-d10',
  ],
  [
    'a mean whose axes are a value',
    (g) =>
      dense(
        maps(g)
          .node('ReduceMean', [wholes(g, 2, 3)])
          .node('Squeeze'),
        2,
      ),
    ['N', 1, 28, 28],
    'c2k3same-p2-g-d10',
  ],
  [
    'global pooling that is flattened',
    (g) => dense(flat(maps(g).node('GlobalAveragePool')), 2),
    ['N', 1, 28, 28],
    'c2k3same-p2-g-d10',
  ],
  [
    'a shape that is a constant of the graph',
    (g) => dense(g.node('Reshape', [g.aside('Constant', [], [ints('value_ints', -1, 784)])]), 784),
    ['N', 1, 28, 28],
    'd10',
  ],
  [
    'dropout with a share of its own',
    (g) => dense(flat(g).node('Dropout', [g.tensor([], Float32Array.of(0.25))]), 784),
    ['N', 1, 28, 28],
    'x25-d10',
  ],
  [
    'dropout as it was before opset 12',
    (g) => dense(flat(g).node('Dropout'), 784),
    ['N', 1, 28, 28],
    'x50-d10',
  ],
  [
    'dropout of nothing, and a value under another name',
    (g) =>
      dense(
        flat(g)
          .node('Dropout', [], [{ name: 'ratio', float: 0 }])
          .node('Identity'),
        784,
      ),
    ['N', 1, 28, 28],
    'd10',
  ],
  [
    'no padding, said in words',
    (g) =>
      dense(
        flat(
          g
            .node('Conv', [g.weights([2, 1, 5, 5])], [text('auto_pad', 'VALID')])
            .node('LeakyRelu', [], [{ name: 'alpha', float: 0.01 }]),
        ),
        1152,
      ),
    ['N', 1, 28, 28],
    'c2k5-d10',
  ],
  [
    'windows that could hang over and do not',
    (g) =>
      dense(
        flat(
          g.node('AveragePool', [], [ints('kernel_shape', 2, 2), ints('strides', 2, 2), int('ceil_mode', 1)]),
        ),
        196,
      ),
    ['N', 1, 28, 28],
    'a2-d10',
  ],
  [
    'a normalisation without scale and shift to speak of',
    (g) =>
      dense(
        flat(
          g.node('BatchNormalization', [
            g.weights([1], 0, 1),
            g.weights([1]),
            g.weights([1]),
            g.weights([1], 0, 1),
          ]),
        ),
        784,
      ),
    ['N', 1, 28, 28],
    'n-d10',
  ],
];

test.each(ACCEPTED)('an ONNX file of another program may have %s', (_, build, dims, network) => {
  expect(formatNetwork(read(build(new GraphBuilder()).model(dims)).network.settings.network)).toBe(network);
});
