import type * as tf from '@tensorflow/tfjs';
import { free, inputOf, type KernelCall, swapOuterAxes, wasmOf } from './heap';

/**
 * Matrix multiplication. tfjs 4.22 uses XNNPACK on WASM only where neither operand is transposed, and scalar loops for
 * the two products of a dense layer's gradient; transposing first is several times faster.
 * @param own - the backend's own kernel
 */
export const batchMatMulOn = (own: tf.KernelConfig): tf.KernelConfig => ({
  ...own,
  kernelFunc: (call) => {
    const isBatched = ['a', 'b'].some((name) =>
      inputOf(call, name)
        .shape.slice(0, -2)
        .some((size) => size !== 1),
    );
    return isBatched ? own.kernelFunc(call) : multiply(own, call);
  },
});

function multiply(own: tf.KernelConfig, call: KernelCall): ReturnType<tf.KernelFunc> {
  const backend = wasmOf(call);
  const { transposeA, transposeB } = call.attrs as unknown as tf.BatchMatMulAttrs;
  const temporary: tf.TensorInfo[] = [];
  const upright = (name: 'a' | 'b', transposed: boolean): tf.TensorInfo => {
    const matrix = inputOf(call, name);
    if (!transposed) return matrix;
    const [rows, columns] = matrix.shape.slice(-2) as [number, number];
    const swapped = swapOuterAxes(backend, matrix, [rows, columns, 1]);
    temporary.push(swapped);
    return { ...swapped, shape: [...matrix.shape.slice(0, -2), columns, rows] };
  };
  const product = own.kernelFunc({
    inputs: { a: upright('a', transposeA), b: upright('b', transposeB) },
    backend,
    attrs: { transposeA: false, transposeB: false },
  });
  free(backend, ...temporary);
  return product;
}
