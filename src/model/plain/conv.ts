import type { MapSizes } from '../layers/windows';

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
  sizes: MapSizes,
  input: Float64Array,
  kernel: Float32Array,
  bias: Float32Array,
): Float64Array {
  const { channels, filters, rows, columns } = sizes;
  const sums = new Float64Array(rows * columns * filters);
  for (let at = 0; at < sums.length; at += filters) sums.set(bias, at);
  forEachTap(sizes, (place, pixel, tap) => {
    const output = place * filters;
    for (let channel = 0; channel < channels; channel++) {
      const value = input[pixel * channels + channel] as number;
      const row = (tap * channels + channel) * filters;
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
export function convolveBack(sizes: MapSizes, gradient: Float64Array, kernel: Float32Array): Float64Array {
  const { height, width, channels, filters } = sizes;
  const back = new Float64Array(height * width * channels);
  forEachTap(sizes, (place, pixel, tap) => {
    const output = place * filters;
    for (let channel = 0; channel < channels; channel++) {
      const row = (tap * channels + channel) * filters;
      let sum = 0;
      for (let filter = 0; filter < filters; filter++) {
        sum += (gradient[output + filter] as number) * (kernel[row + filter] as number);
      }
      const at = pixel * channels + channel;
      back[at] = (back[at] as number) + sum;
    }
  });
  return back;
}

/** Every pair of an output pixel and an input pixel that its kernel meets: the numbers of both, and of the kernel's pixel. */
export function forEachTap(
  { size, stride, above, before, height, width, rows, columns }: MapSizes,
  visit: (output: number, pixel: number, tap: number) => void,
): void {
  for (let y = 0; y < rows; y++) {
    const top = y * stride - above;
    const vertical = overlap(top, size, height);
    for (let x = 0; x < columns; x++) {
      const left = x * stride - before;
      const across = overlap(left, size, width);
      const output = y * columns + x;
      for (let i = vertical.first; i < vertical.end; i++) {
        for (let j = across.first; j < across.end; j++) {
          visit(output, (top + i) * width + left + j, i * size + j);
        }
      }
    }
  }
}
