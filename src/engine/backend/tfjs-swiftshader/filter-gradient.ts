import type * as tf from '@tensorflow/tfjs';
import { channelsAThread, divisor, each, run, sumOf } from './program';

type Shape4D = [number, number, number, number];

/** Most values of one output channel that a thread computes from each dy that it reads. */
const VALUES = 6;
/** Products that are added before a sum is written to its variable. */
const TERMS = 2;

/**
 * The gradient of a convolution without padding with respect to its filter:
 *
 *   dW[i, j, in, out] = Σ over n, r, c of x[n, r·stride + i, c·stride + j, in] · dy[n, r, c, out]
 *
 * @param x - [n, height, width, in]
 * @param dy - [n, outHeight, outWidth, out]
 * @returns [rows, columns, in, out]; the caller owns it
 */
export function filterGradient(
  backend: unknown,
  x: tf.TensorInfo,
  dy: tf.TensorInfo,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  [strideRows, strideColumns]: readonly [number, number],
): tf.TensorInfo {
  const [images, height, width, inputs] = x.shape as Shape4D;
  const [, outHeight, outWidth, outputs] = dy.shape as Shape4D;
  const channels = channelsAThread(outputs);
  const threadsAValue = outputs / channels;
  // Under one row of the filter lies one unbroken stretch of the image.
  const stretch = columns * inputs;
  const values = divisor(stretch, VALUES);
  const terms = divisor(outWidth, TERMS);
  const sums = (line: (v: number, k: number) => string) =>
    each(values, (v) => each(channels, (k) => line(v, k)));
  // Summed row by row: many thousand values added one by one to a large sum would lose their last digits.
  const code = () => `
    let channel = index % ${threadsAValue};
    let first = index / ${threadsAValue} * ${values};
    var source = first / ${stretch} * ${width * inputs} + first % ${stretch};
    var at = channel;
    ${sums((v, k) => `var total${v}_${k} = 0.0;`)}
    for (var image = 0; image < uniforms.images; image++) {
      for (var row = 0; row < ${outHeight}; row++) {
        ${sums((v, k) => `var sum${v}_${k} = 0.0;`)}
        for (var turn = 0; turn < ${outWidth / terms}; turn++) {
          ${each(terms, (t) => each(channels, (k) => `let d${k}_${t} = dy[at + ${t * outputs + k * threadsAValue}];`))}
          ${each(terms, (t) => each(values, (v) => `let x${v}_${t} = x[source + ${t * strideColumns * inputs + v}];`))}
          ${sums((v, k) => `sum${v}_${k} += ${sumOf(terms, (t) => `x${v}_${t} * d${k}_${t}`)};`)}
          at += ${terms * outputs};
          source += ${terms * strideColumns * inputs};
        }
        source += ${(strideRows * width - outWidth * strideColumns) * inputs};
        ${sums((v, k) => `total${v}_${k} += sum${v}_${k};`)}
      }
      source += ${(height - outHeight * strideRows) * width * inputs};
    }
    let to = first * ${outputs} + channel;
    ${sums((v, k) => `result[to + ${v * outputs + k * threadsAValue}] = total${v}_${k};`)}`;
  const numbers = [height, width, inputs, rows, columns, outHeight, outWidth, outputs];
  return run(backend, {
    key: `filter_gradient_${[...numbers, strideRows, strideColumns]}`,
    inputs: { x, dy },
    outputShape: [rows, columns, inputs, outputs],
    threads: (rows * stretch * outputs) / (values * channels),
    counts: { images },
    code,
  });
}
