import * as tf from '@tensorflow/tfjs';
import { each, run } from './program';

type Shape4D = [number, number, number, number];

/** Max-pooling. @param own - the backend's own kernel, for pooling with padding */
export const maxPoolOn = (own: tf.KernelConfig): tf.KernelConfig => ({
  ...own,
  kernelFunc: (call) => {
    const { x } = call.inputs as unknown as Record<'x', tf.TensorInfo>;
    const info = poolInfo(x, call.attrs as unknown as tf.MaxPoolAttrs);
    return info.padInfo.type === 'VALID' ? pool(call.backend, x, info) : own.kernelFunc(call);
  },
});

/** Window values that the code for one thread may name; compiling takes longer the more there are. */
const LONGEST = 400;

/**
 * Its gradient: each dy goes to the first input of its window that equals the window's maximum.
 * @param own - the backend's own kernel, for pooling with padding and for large windows close to one another
 */
export const maxPoolGradOn = (own: tf.KernelConfig): tf.KernelConfig => ({
  ...own,
  kernelFunc: (call) => {
    const { dy, input } = call.inputs as unknown as Record<'dy' | 'input', tf.TensorInfo>;
    const info = poolInfo(input, call.attrs as unknown as tf.MaxPoolGradAttrs);
    const { rows, columns } = windowsInACell(info);
    const lines = rows * columns * info.filterHeight * info.filterWidth;
    if (info.padInfo.type !== 'VALID' || lines > LONGEST) return own.kernelFunc(call);
    return poolGradient(call.backend, input, dy, info);
  },
});

const poolInfo = (x: tf.TensorInfo, { filterSize, strides, pad, dimRoundingMode }: tf.MaxPoolAttrs) =>
  tf.backend_util.computePool2DInfo(x.shape as Shape4D, filterSize, strides, 1, pad, dimRoundingMode);

type Info = ReturnType<typeof poolInfo>;

const keyOf = ({ inHeight, inWidth, inChannels, ...info }: Info) =>
  [
    inHeight,
    inWidth,
    inChannels,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
  ].join();

function pool(backend: unknown, x: tf.TensorInfo, info: Info): tf.TensorInfo {
  const { outHeight, outWidth, inWidth, inChannels: channels } = info;
  const place = (i: number, j: number) => `x[corner + ${(i * inWidth + j) * channels}]`;
  const code = () => `
    let channel = index % ${channels};
    let pixel = index / ${channels};
    let outRow = pixel / ${outWidth};
    let row = outRow / ${outHeight} * ${info.inHeight} + outRow % ${outHeight} * ${info.strideHeight};
    let corner = (row * ${inWidth} + pixel % ${outWidth} * ${info.strideWidth}) * ${channels} + channel;
    var largest = x[corner];
    ${each(info.filterHeight, (i) => each(info.filterWidth, (j) => `largest = max(largest, ${place(i, j)});`))}
    result[index] = largest;`;
  return run(backend, {
    key: `max_pool_${keyOf(info)}`,
    inputs: { x },
    outputShape: info.outShape,
    threads: info.batchSize * outHeight * outWidth * channels,
    code,
  });
}

/**
 * A thread for each cell of stride × stride inputs: it finds the maximum of every window that reaches into the cell,
 * and adds up for each input of the cell what the windows send there.
 */
function poolGradient(backend: unknown, x: tf.TensorInfo, dy: tf.TensorInfo, info: Info): tf.TensorInfo {
  const { inHeight, inWidth, outHeight, outWidth, inChannels: channels } = info;
  const { strideHeight, strideWidth } = info;
  const cells = [Math.ceil(inHeight / strideHeight), Math.ceil(inWidth / strideWidth)] as const;
  const { rows, columns } = windowsInACell(info);
  const code = () => `
    let channel = index % ${channels};
    let cellColumn = index / ${channels} % ${cells[1]};
    let cellRow = index / ${channels * cells[1]} % ${cells[0]};
    let image = index / ${channels * cells[0] * cells[1]};
    ${each(strideHeight, (i) => each(strideWidth, (j) => `var gradient${i}_${j} = 0.0;`))}
    ${each(rows, (up) => each(columns, (left) => window(info, up, left)))}
    let row = cellRow * ${strideHeight};
    let column = cellColumn * ${strideWidth};
    let to = ((image * ${inHeight} + row) * ${inWidth} + column) * ${channels} + channel;
    ${each(strideHeight, (i) =>
      each(strideWidth, (j) => {
        const isInside = `row + ${i} < ${inHeight} && column + ${j} < ${inWidth}`;
        return `if (${isInside}) { result[to + ${(i * inWidth + j) * channels}] = gradient${i}_${j}; }`;
      }),
    )}`;
  return run(backend, {
    key: `max_pool_gradient_${keyOf(info)}_${outHeight}_${outWidth}`,
    inputs: { x, dy },
    outputShape: info.inShape,
    threads: info.batchSize * cells[0] * cells[1] * channels,
    code,
  });
}

/** How many windows reach into a cell, downwards and across. */
const windowsInACell = ({ filterHeight, strideHeight, filterWidth, strideWidth }: Info) => ({
  rows: Math.ceil(filterHeight / strideHeight),
  columns: Math.ceil(filterWidth / strideWidth),
});

/** WGSL for the window that begins `up` cells above and `left` cells to the left of the thread's own. */
function window(info: Info, up: number, left: number): string {
  const { inHeight, inWidth, outHeight, outWidth, inChannels: channels } = info;
  const { filterHeight, filterWidth, strideHeight, strideWidth } = info;
  const place = (i: number, j: number) => (i * inWidth + j) * channels;
  // The inputs of the cell, as they lie in the window.
  const shared = (i: number, j: number) => [up * strideHeight + i, left * strideWidth + j] as const;
  return `{
    let outRow = cellRow - ${up};
    let outColumn = cellColumn - ${left};
    let exists = outRow >= 0 && outColumn >= 0 && outRow < ${outHeight} && outColumn < ${outWidth};
    let corner = ((image * ${inHeight} + outRow * ${strideHeight}) * ${inWidth} + outColumn * ${strideWidth})
      * ${channels} + channel;
    let sent = select(0.0, dy[((image * ${outHeight} + outRow) * ${outWidth} + outColumn) * ${channels} + channel], exists);
    var largest = x[corner];
    var at = 0;
    ${each(filterHeight, (i) =>
      each(
        filterWidth,
        (j) => `{
      let value = x[corner + ${place(i, j)}];
      at = select(at, ${i * filterWidth + j}, value > largest);
      largest = max(largest, value);
    }`,
      ),
    )}
    ${each(strideHeight, (i) =>
      each(strideWidth, (j) => {
        const [row, column] = shared(i, j);
        if (row >= filterHeight || column >= filterWidth) return '';
        return `gradient${i}_${j} += select(0.0, sent, at == ${row * filterWidth + column});`;
      }),
    )}
  }`;
}
