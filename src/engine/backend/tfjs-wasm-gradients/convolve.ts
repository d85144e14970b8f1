import * as tf from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

interface ConvolutionSettings {
  /** Zeros added at the top and bottom, left and right. */
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
  /** Distance between neighbouring filter values, `[rows, columns]`. */
  readonly dilations: readonly [number, number];
}

/**
 * The backend's own forward convolution (XNNPACK, SIMD) at stride 1, on raw tensors.
 * @param x - `[n, height, width, in]`
 * @param filter - `[height, width, in, out]`
 * @returns `[n, height, width, out]`, owned by the caller
 */
export function convolve(
  backend: BackendWasm,
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  { rows, columns, dilations }: ConvolutionSettings,
): tf.TensorInfo {
  const kernel = tf.getKernel('Conv2D', 'wasm');
  const pad = [[0, 0], [...rows], [...columns], [0, 0]];
  const attrs = { strides: 1, pad, dataFormat: 'NHWC', dilations: [...dilations] };
  // The attribute type of the kernel registry knows no nested lists, which explicit padding is.
  const call = { inputs: { x, filter }, attrs: attrs as unknown as tf.NamedAttrMap, backend };
  return kernel.kernelFunc(call) as tf.TensorInfo;
}
