import * as tf from '@tensorflow/tfjs';
import { divisor, each, run } from './program';

interface Reduction {
  /** WGSL that takes one more value in. */
  readonly add: (total: string, value: string) => string;
  /** WGSL of the result. @param length - values that went into it */
  readonly result: (total: string, length: number) => string;
}

const sum: Reduction = { add: (total, value) => `${total} + ${value}`, result: (total) => total };
const mean: Reduction = { ...sum, result: (total, length) => `${total} / ${length}.0` };
const max: Reduction = { add: (total, value) => `max(${total}, ${value})`, result: (total) => total };

export const sumOn = (own: tf.KernelConfig) => reductionOn(own, 'sum', sum);
export const meanOn = (own: tf.KernelConfig) => reductionOn(own, 'mean', mean);
export const maxOn = (own: tf.KernelConfig) => reductionOn(own, 'max', max);

/** @param own - the backend's own kernel, for integers and for axes that are not neighbours */
function reductionOn(own: tf.KernelConfig, name: string, reduction: Reduction): tf.KernelConfig {
  return {
    ...own,
    kernelFunc: (call) => {
      const { x } = call.inputs as unknown as Record<'x', tf.TensorInfo>;
      const attrs = call.attrs as unknown as { keepDims: boolean } & Partial<tf.SumAttrs & tf.MaxAttrs>;
      const axes = tf.util.parseAxisParam(attrs.axis ?? attrs.reductionIndices ?? [], x.shape);
      const areNeighbours = axes.every((axis, i) => axis === (axes[0] as number) + i);
      if (x.dtype !== 'float32' || axes.length === 0 || !areNeighbours) return own.kernelFunc(call);
      const result = reduce(call.backend, x, axes, name, reduction);
      const kept = attrs.keepDims
        ? (size: number, axis: number) => (axes.includes(axis) ? 1 : size)
        : undefined;
      return kept ? { ...result, shape: x.shape.map(kept) } : result;
    },
  };
}

const UNROLLED = 16;

/** A thread for each result. @param axes - neighbours, in order */
function reduce(
  backend: unknown,
  x: tf.TensorInfo,
  axes: number[],
  name: string,
  { add, result }: Reduction,
): tf.TensorInfo {
  const outer = x.shape.slice(0, axes[0]);
  const inner = x.shape.slice((axes.at(-1) as number) + 1);
  const distance = tf.util.sizeFromShape(inner);
  const length = tf.util.sizeFromShape(axes.map((axis) => x.shape[axis] as number));
  const unrolled = divisor(length, UNROLLED);
  // In blocks: thousands of small values added one by one to a large sum would lose their last digits.
  const code = () => `
    var at = index / ${distance} * ${length * distance} + index % ${distance};
    var total = ${name === 'max' ? 'x[at]' : '0.0'};
    for (var turn = 0; turn < ${length / unrolled}; turn++) {
      var block = x[at];
      ${each(unrolled - 1, (u) => `block = ${add('block', `x[at + ${(u + 1) * distance}]`)};`)}
      total = ${add('total', 'block')};
      at += ${unrolled * distance};
    }
    result[index] = ${result('total', length)};`;
  return run(backend, {
    key: `${name}_${length}_${distance}`,
    inputs: { x },
    outputShape: [...outer, ...inner],
    threads: tf.util.sizeFromShape(outer) * distance,
    code,
  });
}
