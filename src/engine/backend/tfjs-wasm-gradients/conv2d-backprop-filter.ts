import * as tf from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { convolve } from './convolve';
import { emptyFloats, floatsOf, free, inputOf, type KernelCall, swapOuterAxes, wasmOf } from './heap';

type Conv2DInfo = tf.backend_util.Conv2DInfo;

/**
 * The gradient of a convolution with respect to its filter, which tfjs 4.22 lacks on WASM (tfjs #8474):
 *
 *   dW[i, j, in, out] = Σ over n, r, c of x[n, r·stride + i − top, c·stride + j − left, in] · dy[n, r, c, out]
 *
 * is itself a convolution if images and channels change places: the 'images' are the input channels, the 'filter' is dy
 * with its values `stride` apart, and the sum over the batch is the sum over channels. So XNNPACK can do it.
 */
export const conv2dBackpropFilter: tf.KernelConfig = {
  kernelName: 'Conv2DBackpropFilter',
  backendName: 'wasm',
  kernelFunc: (call) => filterGradient(call),
};

function filterGradient(call: KernelCall): tf.TensorInfo {
  const backend = wasmOf(call);
  const { x, dy } = { x: inputOf(call, 'x'), dy: inputOf(call, 'dy') };
  const { strides, pad, dimRoundingMode, filterShape } =
    call.attrs as unknown as tf.Conv2DBackpropFilterAttrs;
  const info = tf.backend_util.computeConv2DInfo(
    x.shape as [number, number, number, number],
    filterShape,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  const rows = reach(info.inHeight, info.outHeight, info.strideHeight, info.filterHeight, info.padInfo.top);
  const columns = reach(info.inWidth, info.outWidth, info.strideWidth, info.filterWidth, info.padInfo.left);
  const images = channelsAsImages(backend, x, info, rows.used, columns.used);
  const filter = swapOuterAxes(backend, dy, [
    info.batchSize,
    info.outHeight * info.outWidth,
    info.outChannels,
  ]);
  filter.shape = [info.outHeight, info.outWidth, info.batchSize, info.outChannels];
  const gradient = convolve(backend, images, filter, {
    rows: [info.padInfo.top, rows.after],
    columns: [info.padInfo.left, columns.after],
    dilations: [info.strideHeight, info.strideWidth],
  });
  const window = info.filterHeight * info.filterWidth;
  const result = swapOuterAxes(backend, gradient, [info.inChannels, window, info.outChannels]);
  free(backend, images, filter, gradient);
  return { ...result, shape: [...filterShape] };
}

/** How much of one side of the input the windows touch, and how many zeros after it they touch as well. */
function reach(side: number, out: number, stride: number, window: number, before: number) {
  const end = (out - 1) * stride + window - before;
  return { used: Math.min(side, end), after: Math.max(0, end - side) };
}

/** `[n, height, width, channels]` → `[channels, rows, columns, n]`, leaving out rows and columns beyond the windows. */
function channelsAsImages(
  backend: BackendWasm,
  x: tf.TensorInfo,
  { batchSize, inWidth, inHeight, inChannels }: Conv2DInfo,
  rows: number,
  columns: number,
): tf.TensorInfo {
  const images = emptyFloats(backend, [inChannels, rows, columns, batchSize]);
  const from = floatsOf(backend, x);
  const to = floatsOf(backend, images);
  const imageSize = inHeight * inWidth * inChannels;
  let target = 0;
  for (let channel = 0; channel < inChannels; channel++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        let source = (row * inWidth + column) * inChannels + channel;
        for (let n = 0; n < batchSize; n++, source += imageSize) to[target++] = from[source] as number;
      }
    }
  }
  return images;
}
