import * as tf from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { convolve } from './convolve';
import { emptyFloats, floatsOf, free, inputOf, type KernelCall, wasmOf } from './heap';

type Conv2DInfo = tf.backend_util.Conv2DInfo;

/**
 * The gradient of a convolution with respect to its input. tfjs 4.22 has it on WASM as scalar loops; as a convolution of
 * dy (with stride − 1 zeros between its values) by the filter turned by 180° it runs on XNNPACK.
 */
export const conv2dBackpropInput: tf.KernelConfig = {
  kernelName: 'Conv2DBackpropInput',
  backendName: 'wasm',
  kernelFunc: (call) => inputGradient(call),
};

function inputGradient(call: KernelCall): tf.TensorInfo {
  const backend = wasmOf(call);
  const { dy, filter } = { dy: inputOf(call, 'dy'), filter: inputOf(call, 'filter') };
  const { strides, pad, dimRoundingMode, inputShape } = call.attrs as unknown as tf.Conv2DBackpropInputAttrs;
  const info = tf.backend_util.computeConv2DInfo(
    inputShape,
    filter.shape as [number, number, number, number],
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  const turned = turnedFilter(backend, filter);
  const dense = info.strideHeight === 1 && info.strideWidth === 1;
  const spread = dense ? dy : spreadOut(backend, dy, info);
  const gradient = convolve(backend, spread, turned, {
    rows: margins(info.inHeight, info.outHeight, info.strideHeight, info.filterHeight, info.padInfo.top),
    columns: margins(info.inWidth, info.outWidth, info.strideWidth, info.filterWidth, info.padInfo.left),
    dilations: [1, 1],
  });
  free(backend, turned);
  if (!dense) free(backend, spread);
  return gradient;
}

/** Zeros around the spread dy that make the result as large as the input was. */
function margins(side: number, out: number, stride: number, window: number, before: number) {
  return [window - 1 - before, side - 1 + before - (out - 1) * stride] as const;
}

/** `[height, width, in, out]` → `[height, width, out, in]`, turned by 180°. */
function turnedFilter(backend: BackendWasm, filter: tf.TensorInfo): tf.TensorInfo {
  const [height, width, inputs, outputs] = filter.shape as [number, number, number, number];
  const turned = emptyFloats(backend, [height, width, outputs, inputs]);
  const from = floatsOf(backend, filter);
  const to = floatsOf(backend, turned);
  let target = 0;
  for (let position = height * width - 1; position >= 0; position--) {
    for (let out = 0; out < outputs; out++) {
      let source = position * inputs * outputs + out;
      for (let i = 0; i < inputs; i++, source += outputs) to[target++] = from[source] as number;
    }
  }
  return turned;
}

/** dy with stride − 1 zeros between neighbouring rows and columns. */
function spreadOut(backend: BackendWasm, dy: tf.TensorInfo, info: Conv2DInfo): tf.TensorInfo {
  const { batchSize, outHeight, outWidth, outChannels, strideHeight, strideWidth } = info;
  const height = (outHeight - 1) * strideHeight + 1;
  const width = (outWidth - 1) * strideWidth + 1;
  const spread = emptyFloats(backend, [batchSize, height, width, outChannels]);
  const from = floatsOf(backend, dy);
  const to = floatsOf(backend, spread).fill(0);
  let source = 0;
  for (let n = 0; n < batchSize; n++) {
    for (let row = 0; row < outHeight; row++) {
      for (let column = 0; column < outWidth; column++) {
        let target = ((n * height + row * strideHeight) * width + column * strideWidth) * outChannels;
        for (let out = 0; out < outChannels; out++) to[target++] = from[source++] as number;
      }
    }
  }
  return spread;
}
