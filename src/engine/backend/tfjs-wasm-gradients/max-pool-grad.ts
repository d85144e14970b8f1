import * as tf from '@tensorflow/tfjs';
import { emptyFloats, floatsOf, inputOf, type KernelCall, wasmOf } from './heap';

/**
 * The gradient of max-pooling: each dy goes to the first input of its window that equals the window's maximum.
 * tfjs 4.22's own WASM kernel loses it where a window has no positive value (it starts from the smallest positive float).
 */
export const maxPoolGrad: tf.KernelConfig = {
  kernelName: 'MaxPoolGrad',
  backendName: 'wasm',
  kernelFunc: (call) => poolGradient(call),
};

function poolGradient(call: KernelCall): tf.TensorInfo {
  const backend = wasmOf(call);
  const { dy, input, output } = {
    dy: inputOf(call, 'dy'),
    input: inputOf(call, 'input'),
    output: inputOf(call, 'output'),
  };
  const { filterSize, strides, pad, dimRoundingMode } = call.attrs as unknown as tf.MaxPoolGradAttrs;
  const info = tf.backend_util.computePool2DInfo(
    input.shape as [number, number, number, number],
    filterSize,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  const gradient = emptyFloats(backend, input.shape);
  const to = floatsOf(backend, gradient).fill(0);
  routeToMaxima(info, floatsOf(backend, dy), floatsOf(backend, input), floatsOf(backend, output), to);
  return gradient;
}

/** Adds each value of `dy` to `to` at the place where `y` came from in `x`. All row by row, channels last. */
function routeToMaxima(
  info: tf.backend_util.Conv2DInfo,
  dy: Float32Array,
  x: Float32Array,
  y: Float32Array,
  to: Float32Array,
): void {
  const { inHeight, inWidth, inChannels: channels } = info;
  let out = 0;
  for (let n = 0; n < info.batchSize; n++) {
    for (let outRow = 0; outRow < info.outHeight; outRow++) {
      const top = outRow * info.strideHeight - info.padInfo.top;
      const firstRow = Math.max(0, top);
      const lastRow = Math.min(inHeight, top + info.filterHeight);
      for (let outColumn = 0; outColumn < info.outWidth; outColumn++) {
        const left = outColumn * info.strideWidth - info.padInfo.left;
        const firstColumn = Math.max(0, left);
        const lastColumn = Math.min(inWidth, left + info.filterWidth);
        for (let channel = 0; channel < channels; channel++, out++) {
          const maximum = y[out] as number;
          window: for (let row = firstRow; row < lastRow; row++) {
            let source = ((n * inHeight + row) * inWidth + firstColumn) * channels + channel;
            for (let column = firstColumn; column < lastColumn; column++, source += channels) {
              if (x[source] !== maximum) continue;
              to[source] = (to[source] as number) + (dy[out] as number);
              break window;
            }
          }
        }
      }
    }
  }
}
