import { windowsOf } from '../receptive-field';
import type { LayerPlan } from '../shapes';

/** Sizes of a layer with maps, and where its windows lie. */
export function mapSizes(plan: LayerPlan) {
  const windows = windowsOf(plan);
  const { input, output } = plan;
  if (!windows || input.length === 1 || output.length === 1) throw new RangeError('a layer without maps');
  const [height, width, channels] = input;
  const [rows, columns, filters] = output;
  return { ...windows, height, width, channels, rows, columns, filters };
}

/** Where a kernel's rows (or columns) meet the input at one output: those before `first` or from `end` on meet padding. */
function overlap(start: number, size: number, side: number) {
  return { first: Math.max(0, -start), end: Math.min(size, side - start) };
}

/**
 * Weighted sums of a convolution (a cross-correlation, as everywhere in the field).
 * @param input - [height, width, in]
 * @param kernel - [size, size, in, out]
 * @returns [rows, columns, out]
 */
export function convolve(
  plan: LayerPlan,
  input: Float64Array,
  kernel: Float32Array,
  bias: Float32Array,
): Float64Array {
  const { channels, filters, rows, columns } = mapSizes(plan);
  const sums = new Float64Array(rows * columns * filters);
  for (let at = 0; at < sums.length; at += filters) sums.set(bias, at);
  forEachTap(plan, (output, pixel, tap) => {
    for (let channel = 0; channel < channels; channel++) {
      const value = input[pixel + channel] as number;
      const row = tap + channel * filters;
      for (let filter = 0; filter < filters; filter++) {
        sums[output + filter] = (sums[output + filter] as number) + value * (kernel[row + filter] as number);
      }
    }
  });
  return sums;
}

/**
 * Gradient by the input, from that by the weighted sums.
 * @param gradient - [rows, columns, out]
 * @returns [height, width, in]
 */
export function convolveBack(plan: LayerPlan, gradient: Float64Array, kernel: Float32Array): Float64Array {
  const { height, width, channels, filters } = mapSizes(plan);
  const back = new Float64Array(height * width * channels);
  forEachTap(plan, (output, pixel, tap) => {
    for (let channel = 0; channel < channels; channel++) {
      const row = tap + channel * filters;
      let sum = 0;
      for (let filter = 0; filter < filters; filter++) {
        sum += (gradient[output + filter] as number) * (kernel[row + filter] as number);
      }
      back[pixel + channel] = (back[pixel + channel] as number) + sum;
    }
  });
  return back;
}

/** Every pair of an output and an input pixel that its kernel meets, as places in the arrays: [.., out], [.., in], [.., in, out]. */
function forEachTap(plan: LayerPlan, visit: (output: number, pixel: number, tap: number) => void): void {
  const { size, stride, above, before, height, width, channels, rows, columns, filters } = mapSizes(plan);
  for (let y = 0; y < rows; y++) {
    const top = y * stride - above;
    const vertical = overlap(top, size, height);
    for (let x = 0; x < columns; x++) {
      const left = x * stride - before;
      const across = overlap(left, size, width);
      const output = (y * columns + x) * filters;
      for (let i = vertical.first; i < vertical.end; i++) {
        for (let j = across.first; j < across.end; j++) {
          const pixel = ((top + i) * width + left + j) * channels;
          visit(output, pixel, (i * size + j) * channels * filters);
        }
      }
    }
  }
}
