import type * as tf from '@tensorflow/tfjs';
import { run } from './program';

type Shape4D = [number, number, number, number];

/** Zeros before and after an axis, and the distance that its values get from one another. */
export interface Spread {
  readonly before: number;
  readonly after: number;
  readonly step: number;
}

export const spreadLength = (length: number, { before, after, step }: Spread): number =>
  before + (length - 1) * step + 1 + after;

/**
 * An image with zeros around it and between its pixels. Negative margins cut it.
 * @param x - [n, height, width, channels]
 * @returns a new tensor that the caller owns
 */
export function spread(backend: unknown, x: tf.TensorInfo, rows: Spread, columns: Spread): tf.TensorInfo {
  const [images, height, width, channels] = x.shape as Shape4D;
  const [outHeight, outWidth] = [spreadLength(height, rows), spreadLength(width, columns)];
  const code = () => `
    let channel = index % ${channels};
    let column = index / ${channels} % ${outWidth} - ${columns.before};
    let row = index / ${channels * outWidth} % ${outHeight} - ${rows.before};
    let image = index / ${channels * outWidth * outHeight};
    let inside = row >= 0 && column >= 0 && row < ${height * rows.step} && column < ${width * columns.step}
      && row % ${rows.step} == 0 && column % ${columns.step} == 0;
    let source = ((image * ${height} + row / ${rows.step}) * ${width} + column / ${columns.step}) * ${channels};
    result[index] = select(0.0, x[select(0, source + channel, inside)], inside);`;
  const numbers = [height, width, channels, ...Object.values(rows), ...Object.values(columns)];
  const outputShape = [images, outHeight, outWidth, channels];
  return run(backend, {
    key: `spread_${numbers}`,
    inputs: { x },
    outputShape,
    threads: images * outHeight * outWidth * channels,
    code,
  });
}

/**
 * `[rows, columns, in, out]` → `[rows, columns, out, in]`, turned by 180°.
 * @returns a new tensor that the caller owns
 */
export function turned(backend: unknown, filter: tf.TensorInfo): tf.TensorInfo {
  const [rows, columns, inputs, outputs] = filter.shape as Shape4D;
  const code = () => `
    let position = ${rows * columns - 1} - index / ${inputs * outputs};
    result[index] = w[(position * ${inputs} + index % ${inputs}) * ${outputs} + index / ${inputs} % ${outputs}];`;
  return run(backend, {
    key: `turned_${filter.shape}`,
    inputs: { w: filter },
    outputShape: [rows, columns, outputs, inputs],
    threads: rows * columns * inputs * outputs,
    code,
  });
}
