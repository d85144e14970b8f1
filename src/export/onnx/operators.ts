import { LEAKY_SLOPE } from '../../model/plain/activation';
import type { Activation } from '../../model/settings';
import { floatOf, nameOf, textOf } from './attributes';
import type { OnnxNode } from './messages';
import {
  readFlatten,
  readGlobalPool,
  readMean,
  readPool,
  readReshape,
  readSqueeze,
  readTranspose,
} from './read-shapes';
import { readAdd, readConv, readGemm, readMatMul, readNorm } from './read-weighted';
import type { ReadOperator } from './reading';

const activation =
  (name: Activation): ReadOperator =>
  (node, output, { chain }) =>
    chain.activate(nameOf(node), name, output);

const rename: ReadOperator = (_, output, { chain }) => chain.rename(output);

const end: ReadOperator = (_, output, { chain }) => chain.end(output);

/** What each operator is in the lab. */
export const OPERATORS: ReadonlyMap<string, ReadOperator> = new Map<string, ReadOperator>([
  ['Conv', readConv],
  ['Gemm', readGemm],
  ['MatMul', readMatMul],
  ['Add', readAdd],
  ['BatchNormalization', readNorm],
  ['MaxPool', readPool],
  ['AveragePool', readPool],
  ['GlobalAveragePool', readGlobalPool],
  ['ReduceMean', readMean],
  ['Flatten', readFlatten],
  ['Reshape', readReshape],
  ['Squeeze', readSqueeze],
  ['Transpose', readTranspose],
  ['Relu', activation('relu')],
  ['Sigmoid', activation('sigmoid')],
  ['Tanh', activation('tanh')],
  ['LeakyRelu', readLeakyRelu],
  ['Gelu', readGelu],
  ['Dropout', readDropout],
  ['Identity', rename],
  ['Softmax', end],
  ['LogSoftmax', end],
]);

function readLeakyRelu(...[node, output, { chain, refuse }]: Parameters<ReadOperator>): void {
  const slope = floatOf(node, 'alpha', LEAKY_SLOPE);
  // It has been through single precision.
  if (Math.abs(slope - LEAKY_SLOPE) > 1e-6) throw refuse('unsupported', nameOf(node), `slope ${slope}`);
  chain.activate(nameOf(node), 'leaky-relu', output);
}

/** The lab's is the tanh form; the other one differs by up to 0.0005. */
function readGelu(...[node, output, { chain, refuse }]: Parameters<ReadOperator>): void {
  const form = textOf(node, 'approximate', 'none');
  if (form !== 'tanh') throw refuse('unsupported', nameOf(node), `approximate '${form}', not 'tanh'`);
  chain.activate(nameOf(node), 'gelu', output);
}

function readDropout(...[node, output, { chain, values }]: Parameters<ReadOperator>): void {
  const percent = Math.round(100 * (values.numbers(node.inputs[1])?.[0] ?? dropped(node)));
  if (percent === 0) chain.rename(output);
  else chain.add({ name: nameOf(node), layer: { type: 'dropout', percent }, tensors: {} }, output);
}

/** Before opset 12 it was an attribute. */
const dropped = (node: OnnxNode): number => floatOf(node, 'ratio', 0.5);
