import type { PoolLayer } from '../../model/network';
import { INPUT_SIDE } from '../../model/network';
import { intOf, intsOf, nameOf, textOf } from './attributes';
import type { OnnxNode } from './messages';
import type { Layout, Reading, ReadOperator } from './reading';

/** @throws NetworkFileError where maps are not channels first, as ONNX wants them */
export function needMaps(node: OnnxNode, { layout, chain, refuse }: Reading): void {
  // An image has one channel: the order makes no difference.
  if (layout === 'channels-first' || (layout === 'channels-last' && chain.layers.length === 0)) return;
  throw refuse('unsupported', nameOf(node), 'where there are no maps, channels first');
}

const same = (a: readonly number[] | undefined, b: readonly number[]): boolean => String(a) === String(b);

/** The one number that all of an attribute's are; undefined where they differ. */
export function square(node: OnnxNode, name: string, otherwise: number): number | undefined {
  const [first = otherwise, ...others] = intsOf(node, name) ?? [];
  return others.every((other) => other === first) ? first : undefined;
}

export const readPool: ReadOperator = (node, output, reading) => {
  needMaps(node, reading);
  const { chain, refuse } = reading;
  const [size, stride] = [square(node, 'kernel_shape', 0), square(node, 'strides', 1)];
  const isPadded = (intsOf(node, 'pads') ?? []).some((zeros) => zeros !== 0);
  const isPlain = ['NOTSET', 'VALID'].includes(textOf(node, 'auto_pad', 'NOTSET')) && !isPadded;
  const isDense = square(node, 'dilations', 1) === 1;
  if (size === undefined || stride === undefined || !isPlain || !isDense) {
    throw refuse('unsupported', nameOf(node), 'windows of this kind');
  }
  const type: PoolLayer['type'] = node.operator === 'MaxPool' ? 'max-pool' : 'avg-pool';
  // With it, windows may hang over the edge.
  if (intOf(node, 'ceil_mode', 0) !== 0 && hangsOver(reading, size, stride)) {
    throw refuse('unsupported', nameOf(node), 'ceil_mode');
  }
  chain.add({ name: nameOf(node), layer: { type, size, stride }, tensors: {} }, output);
};

const hangsOver = ({ chain }: Reading, size: number, stride: number): boolean =>
  ((chain.shape[0] ?? 0) - size) % stride !== 0;

export const readGlobalPool: ReadOperator = (node, output, reading) => {
  needMaps(node, reading);
  reading.chain.add({ name: nameOf(node), layer: { type: 'global-avg-pool' }, tensors: {} }, output);
  // [N, C, 1, 1]: in any order the same.
  reading.layout = 'channels-first';
};

/** The mean over rows and columns is that pooling. */
export const readMean: ReadOperator = (node, output, reading) => {
  const axes = intsOf(node, 'axes') ?? reading.values.numbers(node.inputs[1]);
  if (!same(axes, [2, 3]) && !same(axes, [-2, -1]) && !same(axes, [-1, -2])) {
    throw reading.refuse('unsupported', nameOf(node), `axes ${axes ?? ''}`);
  }
  readGlobalPool(node, output, reading);
  if (intOf(node, 'keepdims', 1) === 0) reading.layout = 'flat';
};

function flatten(output: string, reading: Reading): void {
  if (reading.layout !== 'flat') reading.flattened = reading.layout;
  reading.layout = 'flat';
  reading.chain.rename(output);
}

export const readFlatten: ReadOperator = (node, output, reading) => {
  if (intOf(node, 'axis', 1) !== 1) throw reading.refuse('unsupported', nameOf(node), 'axis');
  flatten(output, reading);
};

/** To a vector; or, of images that have not met a layer yet, to maps. */
export const readReshape: ReadOperator = (node, output, reading) => {
  const { chain, refuse, values } = reading;
  const target = values.numbers(node.inputs[1]);
  if (target === undefined || target.length === 2) {
    flatten(output, reading);
    return;
  }
  const sides = target.slice(1);
  const layout: Layout | undefined = same(sides, [1, INPUT_SIDE, INPUT_SIDE])
    ? 'channels-first'
    : same(sides, [INPUT_SIDE, INPUT_SIDE, 1])
      ? 'channels-last'
      : undefined;
  if (!layout || chain.layers.length > 0) throw refuse('unsupported', nameOf(node), `to ${target.join('×')}`);
  reading.layout = layout;
  chain.rename(output);
};

/** Of what global pooling leaves, [N, C, 1, 1]. */
export const readSqueeze: ReadOperator = (node, output, reading) => {
  if (reading.chain.shape.length !== 1) throw reading.refuse('unsupported', nameOf(node), 'of maps');
  flatten(output, reading);
};

export const readTranspose: ReadOperator = (node, output, reading) => {
  const order = intsOf(node, 'perm');
  if (reading.layout === 'channels-last' && same(order, [0, 3, 1, 2])) reading.layout = 'channels-first';
  else if (reading.layout === 'channels-first' && same(order, [0, 2, 3, 1])) reading.layout = 'channels-last';
  else throw reading.refuse('unsupported', nameOf(node), `order ${order ?? ''}`);
  reading.chain.rename(output);
};
