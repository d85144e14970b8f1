import type * as tf from '@tensorflow/tfjs';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { convolution } from './convolution';
import { filterGradient } from './filter-gradient';
import { turned } from './rearrange';

/**
 * Matrix multiplication as convolution: the rows of `a` are the pixels of an image of one row, `b` a filter of one pixel.
 * @param own - the backend's own kernel, for batches of matrices
 */
export const batchMatMulOn = (own: tf.KernelConfig): tf.KernelConfig => ({
  ...own,
  kernelFunc: (call) => {
    const { a, b } = call.inputs as unknown as Record<'a' | 'b', tf.TensorInfo>;
    const { transposeA, transposeB } = call.attrs as unknown as tf.BatchMatMulAttrs;
    const isBatched = [a, b].some(({ shape }) => shape.slice(0, -2).some((size) => size !== 1));
    if (isBatched || (transposeA && transposeB)) return own.kernelFunc(call);
    return multiply(call.backend as WebGPUBackend, a, b, { transposeA, transposeB });
  },
});

function multiply(
  backend: WebGPUBackend,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  { transposeA, transposeB }: tf.BatchMatMulAttrs,
): tf.TensorInfo {
  const [rowsA, columnsA] = a.shape.slice(-2) as [number, number];
  const [rowsB, columnsB] = b.shape.slice(-2) as [number, number];
  const image = { ...a, shape: [1, 1, rowsA, columnsA] };
  const filter = { ...b, shape: [1, 1, rowsB, columnsB] };
  const outer = a.shape.slice(0, -2);
  if (transposeA) {
    const dy = { ...b, shape: [1, 1, rowsB, columnsB] };
    const product = filterGradient(backend, image, dy, { rows: 1, columns: 1 }, [1, 1]);
    return { ...product, shape: [...outer, columnsA, columnsB] };
  }
  if (!transposeB)
    return { ...convolution(backend, image, filter, [1, 1]), shape: [...outer, rowsA, columnsB] };
  const upright = turned(backend, filter);
  const product = convolution(backend, image, upright, [1, 1]);
  backend.disposeData(upright.dataId);
  return { ...product, shape: [...outer, rowsA, rowsB] };
}
