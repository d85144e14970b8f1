import * as tf from '@tensorflow/tfjs';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { convolution } from './convolution';
import { filterGradient } from './filter-gradient';
import { type Spread, spread, spreadLength, turned } from './rearrange';

type Shape4D = [number, number, number, number];
type Conv2DInfo = tf.backend_util.Conv2DInfo;

/** Convolution. @param own - the backend's own kernel, for filters with gaps */
export const conv2dOn = (own: tf.KernelConfig): tf.KernelConfig => ({
  ...own,
  kernelFunc: (call) => {
    const { x, filter } = call.inputs as unknown as Record<'x' | 'filter', tf.TensorInfo>;
    const { strides, pad, dilations, dimRoundingMode } = call.attrs as unknown as tf.Conv2DAttrs;
    const shapes = [x.shape as Shape4D, filter.shape as Shape4D] as const;
    const info = tf.backend_util.computeConv2DInfo(...shapes, strides, dilations, pad, dimRoundingMode);
    if (info.dilationHeight !== 1 || info.dilationWidth !== 1) return own.kernelFunc(call);
    return on(call.backend, windowed(call.backend, x, info), x, (images) =>
      convolution(call.backend, images, filter, [info.strideHeight, info.strideWidth]),
    );
  },
});

export const conv2dBackpropFilter: tf.KernelConfig = {
  kernelName: 'Conv2DBackpropFilter',
  backendName: 'webgpu',
  kernelFunc: ({ inputs, attrs, backend }) => {
    const { x, dy } = inputs as unknown as Record<'x' | 'dy', tf.TensorInfo>;
    const { strides, pad, dimRoundingMode, filterShape } = attrs as unknown as tf.Conv2DBackpropFilterAttrs;
    const shape = x.shape as Shape4D;
    const info = tf.backend_util.computeConv2DInfo(shape, filterShape, strides, 1, pad, dimRoundingMode);
    const window = { rows: info.filterHeight, columns: info.filterWidth };
    return on(backend, windowed(backend, x, info), x, (images) =>
      filterGradient(backend, images, dy, window, [info.strideHeight, info.strideWidth]),
    );
  },
};

/** The gradient with respect to the input: a convolution of the spread dy by the filter turned by 180°. */
export const conv2dBackpropInput: tf.KernelConfig = {
  kernelName: 'Conv2DBackpropInput',
  backendName: 'webgpu',
  kernelFunc: ({ inputs, attrs, backend }) => {
    const { dy, filter } = inputs as unknown as Record<'dy' | 'filter', tf.TensorInfo>;
    const { strides, pad, dimRoundingMode, inputShape } = attrs as unknown as tf.Conv2DBackpropInputAttrs;
    const shape = filter.shape as Shape4D;
    const info = tf.backend_util.computeConv2DInfo(inputShape, shape, strides, 1, pad, dimRoundingMode);
    const { inHeight, inWidth, outHeight, outWidth, padInfo } = info;
    const rows = margins(inHeight, outHeight, info.strideHeight, info.filterHeight, padInfo.top);
    const columns = margins(inWidth, outWidth, info.strideWidth, info.filterWidth, padInfo.left);
    const spreadDy = spread(backend, dy, rows, columns);
    const turnedFilter = turned(backend, filter);
    const gradient = convolution(backend, spreadDy, turnedFilter, [1, 1]);
    free(backend, spreadDy);
    free(backend, turnedFilter);
    return gradient;
  },
};

/** The part of x that the windows cover, with the zeros they cover around it; x itself where that is all of it. */
function windowed(backend: unknown, x: tf.TensorInfo, info: Conv2DInfo): tf.TensorInfo {
  const rows = reach(info.inHeight, info.outHeight, info.strideHeight, info.filterHeight, info.padInfo.top);
  const columns = reach(info.inWidth, info.outWidth, info.strideWidth, info.filterWidth, info.padInfo.left);
  const isPadded = [rows, columns].some(({ before, after }) => before > 0 || after > 0);
  return isPadded ? spread(backend, x, rows, columns) : x;
}

const reach = (side: number, out: number, stride: number, window: number, before: number): Spread => {
  return { before, after: Math.max(0, (out - 1) * stride + window - before - side), step: 1 };
};

/** What makes the result as large as the input was. */
function margins(side: number, out: number, stride: number, window: number, padding: number): Spread {
  const before = window - 1 - padding;
  const after = side + window - 1 - spreadLength(out, { before, after: 0, step: stride });
  return { before, after, step: stride };
}

function on(
  backend: unknown,
  images: tf.TensorInfo,
  x: tf.TensorInfo,
  compute: (images: tf.TensorInfo) => tf.TensorInfo,
): tf.TensorInfo {
  const result = compute(images);
  if (images !== x) free(backend, images);
  return result;
}

const free = (backend: unknown, { dataId }: tf.TensorInfo) => (backend as WebGPUBackend).disposeData(dataId);
