import { paddingAround } from '../../model/layers/windows';
import { channelsLastWindows, transposed } from '../kernel-layouts';
import { floatOf, intOf, intsOf, nameOf, textOf } from './attributes';
import type { OnnxNode } from './messages';
import { needMaps, square } from './read-shapes';
import type { Reading, ReadOperator } from './reading';

/** A convolution of all maps, or of each map by itself. */
export const readConv: ReadOperator = (node, output, reading) => {
  needMaps(node, reading);
  const { chain, values, refuse } = reading;
  const name = nameOf(node);
  const { dims, values: weights } = values.weights(node, 1);
  const [filters = 0, inputs = 0, size = 0, width = 0] = dims;
  const stride = square(node, 'strides', 1);
  if (dims.length !== 4 || size !== width || stride === undefined || square(node, 'dilations', 1) !== 1) {
    throw refuse('unsupported', name, `kernels of ${dims.join('×')}`);
  }
  const channels = chain.shape[2] ?? 0;
  const group = intOf(node, 'group', 1);
  const isEach = group > 1 && group === channels && filters === group && inputs === 1;
  if (group !== 1 && !isEach) throw refuse('unsupported', name, `${group} groups`);
  if (group === 1 && inputs !== channels)
    throw refuse('wrong-shape', name, `${inputs} maps, not ${channels}`);
  const padding = paddingOf(node, size, stride, reading);
  const kernel = channelsLastWindows(weights, inputs, filters);
  const bias = values.has(node, 2) ? { bias: values.weights(node, 2).values } : {};
  // [height, width, 1, in] of one kernel a map is [height, width, in, 1].
  const tensors = isEach ? { depthwise: kernel, ...bias } : { kernel, ...bias };
  chain.add({ name, layer: { type: 'conv', filters, kernel: size, stride, padding }, tensors }, output);
};

function paddingOf(
  node: OnnxNode,
  size: number,
  stride: number,
  { chain, refuse }: Reading,
): 'valid' | 'same' {
  const auto = textOf(node, 'auto_pad', 'NOTSET');
  if (auto === 'VALID') return 'valid';
  if (auto === 'SAME_UPPER') return 'same';
  const zeros = intsOf(node, 'pads') ?? [0, 0, 0, 0];
  if (auto === 'NOTSET' && zeros.every((count) => count === 0)) return 'valid';
  const { before, after } = paddingAround(chain.shape[0], size, stride, 'same');
  if (auto === 'NOTSET' && String(zeros) === String([before, before, after, after])) return 'same';
  throw refuse('unsupported', nameOf(node), auto === 'NOTSET' ? `zeros ${zeros.join(', ')}` : auto);
}

export const readGemm: ReadOperator = (node, output, reading) => {
  const { values, refuse } = reading;
  const isPlain =
    floatOf(node, 'alpha', 1) === 1 && floatOf(node, 'beta', 1) === 1 && intOf(node, 'transA', 0) === 0;
  if (!isPlain) throw refuse('unsupported', nameOf(node), 'alpha, beta or transA');
  const { dims, values: weights } = values.weights(node, 1);
  if (dims.length !== 2) throw refuse('wrong-shape', nameOf(node), dims.join('×'));
  const [rows = 0, columns = 0] = dims;
  const isTurned = intOf(node, 'transB', 0) !== 0;
  const kernel = isTurned ? transposed(weights, rows, columns) : weights;
  const bias = values.has(node, 2) ? { bias: values.weights(node, 2).values } : {};
  addDense(node, output, { ...bias, kernel }, isTurned ? rows : columns, reading);
};

export const readMatMul: ReadOperator = (node, output, reading) => {
  const { dims, values: kernel } = reading.values.weights(node, 1);
  if (dims.length !== 2) throw reading.refuse('unsupported', nameOf(node), `of ${dims.join('×')}`);
  addDense(node, output, { kernel }, dims[1] ?? 0, reading);
};

function addDense(
  node: OnnxNode,
  output: string,
  tensors: { readonly kernel: Float32Array; readonly bias?: Float32Array },
  units: number,
  reading: Reading,
): void {
  const { chain, layout, flattened, refuse } = reading;
  if (layout !== 'flat') throw refuse('unsupported', nameOf(node), 'of what is no vector');
  const order = flattened === 'channels-first' ? { order: flattened } : {};
  chain.add({ name: nameOf(node), layer: { type: 'dense', units }, tensors, ...order }, output);
}

/** The bias of the layer before, or a residual addition. */
export const readAdd: ReadOperator = (node, output, reading) => {
  const { chain, values } = reading;
  const constant = node.inputs.findIndex(values.isConstant);
  if (constant < 0) {
    chain.addUp(nameOf(node), node.inputs, output);
    return;
  }
  const { last } = chain;
  const bias = values.weights(node, constant).values;
  const isFree = last && !last.activation && last.tensors.kernel && !last.tensors.bias;
  const outputs = chain.shape.at(-1);
  if (!isFree || bias.length !== outputs) {
    throw reading.refuse('unsupported', nameOf(node), 'adds a constant that is no bias');
  }
  chain.amend({ tensors: { ...last.tensors, bias } }, output);
};

export const readNorm: ReadOperator = (node, output, { chain, values }) => {
  const [scale, shift, mean, variance] = [1, 2, 3, 4].map((input) => values.weights(node, input).values);
  const tensors = {
    ...(scale && { scale }),
    ...(shift && { shift }),
    ...(mean && { mean }),
    ...(variance && { variance }),
  };
  const epsilon = floatOf(node, 'epsilon', 1e-5);
  chain.add({ name: nameOf(node), layer: { type: 'batch-norm' }, tensors, epsilon }, output);
};
