import { expect, test } from 'vitest';
import type { OnnxModel } from '../../../src/export/onnx/messages';
import { GraphBuilder, ints } from '../../fixtures/onnx-graphs';
import { type Build, dense, flat, int, maps, read, text, wholes } from './onnx-parts';

const REFUSED: readonly (readonly [what: string, build: Build, message: string])[] = [
  ['kernels that are not square', (g) => g.node('Conv', [g.weights([2, 1, 3, 5])]), 'kernels of 2×1×3×5'],
  ['kernels of one side', (g) => g.node('Conv', [g.weights([2, 1, 3])]), 'kernels of 2×1×3'],
  ['two strides', (g) => g.node('Conv', [g.weights([2, 1, 3, 3])], [ints('strides', 1, 2)]), 'kernels of'],
  [
    'dilated kernels',
    (g) => g.node('Conv', [g.weights([2, 1, 3, 3])], [ints('dilations', 2, 2)]),
    'kernels of',
  ],
  ['groups of maps', (g) => maps(g).node('Conv', [g.weights([4, 1, 3, 3])], [int('group', 2)]), '2 groups'],
  ['kernels for other maps', (g) => maps(g).node('Conv', [g.weights([4, 3, 3, 3])]), '3 maps, not 2'],
  [
    'padding from below',
    (g) => g.node('Conv', [g.weights([2, 1, 4, 4])], [text('auto_pad', 'SAME_LOWER')]),
    'SAME_LOWER',
  ],
  [
    'a convolution of a vector',
    (g) => flat(g).node('Conv', [g.weights([2, 1, 3, 3])]),
    'no maps, channels first',
  ],
  [
    'a product that is scaled',
    (g) => dense(flat(g), 784, [{ name: 'alpha', float: 0.5 }]),
    'alpha, beta or transA',
  ],
  [
    'a product with a list',
    (g) => flat(g).node('Gemm', [g.weights([7840])]),
    'wrong-shape: a.onnx: Gemm /Gemm_1: 7840',
  ],
  ['a product of many matrices', (g) => flat(g).node('MatMul', [g.weights([1, 784, 10])]), 'of 1×784×10'],
  ['a product of maps', (g) => dense(g, 784), 'of what is no vector'],
  ['a constant that is no bias', (g) => dense(flat(g), 784).node('Add', [g.weights([3])]), 'no bias'],
  [
    'windows with zeros around',
    (g) => g.node('MaxPool', [], [ints('kernel_shape', 2, 2), ints('pads', 1, 1, 1, 1)]),
    'windows of this kind',
  ],
  [
    'windows that are not square',
    (g) => g.node('AveragePool', [], [ints('kernel_shape', 2, 3)]),
    'windows of this kind',
  ],
  [
    'windows that hang over',
    (g) => g.node('MaxPool', [], [ints('kernel_shape', 3, 3), ints('strides', 2, 2), int('ceil_mode', 1)]),
    'ceil_mode',
  ],
  ['a mean over the channels', (g) => maps(g).node('ReduceMean', [], [ints('axes', 1)]), 'axes 1'],
  ['a mean over what is not said', (g) => maps(g).node('ReduceMean'), 'axes'],
  ['maps that are flattened in part', (g) => g.node('Flatten', [], [int('axis', 2)]), 'axis'],
  ['another shape', (g) => maps(g).node('Reshape', [wholes(g, -1, 2, 98, 2)]), 'to -1×2×98×2'],
  ['a squeeze of maps', (g) => maps(g).node('Squeeze'), 'of maps'],
  ['axes in another order', (g) => g.node('Transpose', [], [ints('perm', 0, 2, 1, 3)]), 'order 0,2,1,3'],
  ['axes in the order from back to front', (g) => g.node('Transpose'), 'order'],
  ['a steep leaky ReLU', (g) => maps(g).node('LeakyRelu', [], [{ name: 'alpha', float: 0.5 }]), 'slope 0.5'],
  [
    'what comes after the softmax',
    (g) => dense(flat(g), 784).node('Softmax').node('Relu'),
    'after the softmax',
  ],
  [
    'a value that is used by none',
    (g) => {
      g.aside('Relu', ['elsewhere']);
      return dense(flat(g), 784);
    },
    'a branch',
  ],
  [
    'an activation behind the last layer',
    (g) => dense(flat(g), 784).node('Relu'),
    'relu where the lab has none',
  ],
  [
    'a variance below 0',
    (g) =>
      dense(
        flat(
          g.node(
            'BatchNormalization',
            [0, 0, 0, -1].map((centre) => g.weights([1], 0, centre)),
          ),
        ),
        784,
      ),
    'variance below 0',
  ],
  [
    'a normalisation of other maps',
    (g) =>
      dense(
        flat(
          g.node(
            'BatchNormalization',
            [2, 2, 2, 2].map((size) => g.weights([size], 0.1, 1)),
          ),
        ),
        784,
      ),
    'scale: 2 values, not 1',
  ],
  [
    'a convolution larger than its image',
    (g) => dense(flat(g.node('Conv', [g.weights([2, 1, 29, 29])])), 2),
    'impossible',
  ],
  [
    'more filters than the lab has',
    (g) =>
      dense(
        g
          .node('Conv', [g.weights([600, 1, 5, 5])])
          .node('Relu')
          .node('GlobalAveragePool')
          .node('Squeeze'),
        600,
      ),
    'filters out of range',
  ],
];

test.each(REFUSED)('refuses %s by node and reason', (_, build, message) => {
  expect(() => read(build(new GraphBuilder()).model())).toThrow(message);
});

test.each([
  [
    'two inputs',
    (model: OnnxModel) => ({ ...model, inputs: [...model.inputs, { name: 'y', type: 1, dims: [1] }] }),
    '2 inputs',
  ],
  ['no input', (model: OnnxModel) => ({ ...model, inputs: [] }), '0 inputs'],
  [
    'another output',
    (model: OnnxModel) => ({ ...model, outputs: [{ name: 'z', type: 1, dims: [1] }] }),
    'z: output',
  ],
  [
    'images of three colours',
    (model: OnnxModel) => ({ ...model, inputs: [{ name: 'x', type: 1, dims: ['N', 3, 28, 28] }] }),
    'images of 3×28×28',
  ],
  [
    'weights of another type',
    (model: OnnxModel) => ({
      ...model,
      initializers: model.initializers.map((one) => ({ ...one, type: 10, values: undefined })),
    }),
    'weights of type',
  ],
] as const)('refuses a graph with %s', (_, change, message) => {
  const model = dense(flat(new GraphBuilder()), 784).model();
  expect(() => read(change(model))).toThrow(message);
});
