import type { OnnxAttribute, OnnxModel } from '../../../src/export/onnx/messages';
import { readOnnx } from '../../../src/export/onnx/read-onnx';
import { writeModel } from '../../../src/export/onnx/write-messages';
import { type GraphBuilder, ints } from '../../fixtures/onnx-graphs';

export type Build = (g: GraphBuilder) => GraphBuilder;

export const read = (model: OnnxModel) => readOnnx('a.onnx', writeModel(model));
export const int = (name: string, value: number): OnnxAttribute => ({ name, int: value });
export const text = (name: string, value: string): OnnxAttribute => ({ name, text: value });
export const wholes = (g: GraphBuilder, ...values: number[]) =>
  g.tensor([values.length], Float32Array.from(values), 7);

/** Two maps of 14×14, so that what comes next is given maps. */
export const maps: Build = (g) =>
  g
    .node('Conv', [g.weights([2, 1, 3, 3])], [ints('pads', 1, 1, 1, 1)])
    .node('Relu')
    .node('MaxPool', [], [ints('kernel_shape', 2, 2), ints('strides', 2, 2)]);
export const dense = (g: GraphBuilder, inputs: number, attributes: readonly OnnxAttribute[] = []) =>
  g.node('Gemm', [g.weights([inputs, 10])], attributes);
export const flat: Build = (g) => g.node('Flatten');
