import type * as tf from '@tensorflow/tfjs';
import { channelsAThread, divisor, each, run, sumOf } from './program';

type Shape4D = [number, number, number, number];

/** Most output pixels of one row that a thread computes from each filter value that it reads. */
const PIXELS = 8;
/** Products that are added before a sum is written to its variable, which costs SwiftShader a look at every thread. */
const TERMS = 2;

/**
 * A convolution without padding.
 * @param x - [n, height, width, in]
 * @param filter - [rows, columns, in, out]
 * @returns [n, outHeight, outWidth, out]; the caller owns it
 */
export function convolution(
  backend: unknown,
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  [strideRows, strideColumns]: readonly [number, number],
): tf.TensorInfo {
  const [images, height, width, inputs] = x.shape as Shape4D;
  const [rows, columns, , outputs] = filter.shape as Shape4D;
  const outHeight = Math.floor((height - rows) / strideRows) + 1;
  const outWidth = Math.floor((width - columns) / strideColumns) + 1;
  const channels = channelsAThread(outputs);
  const threadsAPixel = outputs / channels;
  const blocksARow = Math.ceil(outWidth / PIXELS);
  const pixels = Math.ceil(outWidth / blocksARow);
  // Under one row of the filter lies one unbroken stretch of the image.
  const stretch = columns * inputs;
  const terms = divisor(stretch, TERMS);
  const sums = (line: (p: number, k: number) => string) =>
    each(pixels, (p) => each(channels, (k) => line(p, k)));
  // The last block of a row is moved back to end with it, and computes some pixels once more.
  const code = () => `
    let channel = index % ${threadsAPixel};
    let block = index / ${threadsAPixel};
    let outRow = block / ${blocksARow};
    let outColumn = min(block % ${blocksARow} * ${pixels}, ${outWidth - pixels});
    let corner = (outRow / ${outHeight} * ${height} + outRow % ${outHeight} * ${strideRows}) * ${width};
    var source = (corner + outColumn * ${strideColumns}) * ${inputs};
    var at = channel;
    ${sums((p, k) => `var sum${p}_${k} = 0.0;`)}
    for (var row = 0; row < ${rows}; row++) {
      for (var turn = 0; turn < ${stretch / terms}; turn++) {
        ${each(terms, (t) => each(channels, (k) => `let w${k}_${t} = w[at + ${t * outputs + k * threadsAPixel}];`))}
        ${each(terms, (t) => each(pixels, (p) => `let x${p}_${t} = x[source + ${p * strideColumns * inputs + t}];`))}
        ${sums((p, k) => `sum${p}_${k} += ${sumOf(terms, (t) => `x${p}_${t} * w${k}_${t}`)};`)}
        at += ${terms * outputs};
        source += ${terms};
      }
      source += ${width * inputs - stretch};
    }
    let to = (outRow * ${outWidth} + outColumn) * ${outputs} + channel;
    ${sums((p, k) => `result[to + ${p * outputs + k * threadsAPixel}] = sum${p}_${k};`)}`;
  return run(backend, {
    key: `convolution_${[height, width, inputs, rows, columns, outputs, strideRows, strideColumns]}`,
    inputs: { x, w: filter },
    outputShape: [images, outHeight, outWidth, outputs],
    threads: images * outHeight * blocksARow * threadsAPixel,
    code,
  });
}
