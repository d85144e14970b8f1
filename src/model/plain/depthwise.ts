import type { MapSizes } from '../layers/windows';
import { forEachTap } from './conv';

/**
 * Each map convolved with a kernel of its own; no bias.
 * @param input - [height, width, channels]
 * @param kernel - [size, size, channels, 1]
 * @returns [rows, columns, channels]
 */
export function convolveEach(sizes: MapSizes, input: Float64Array, kernel: Float32Array): Float64Array {
  const { channels, rows, columns } = sizes;
  const sums = new Float64Array(rows * columns * channels);
  forEachTap(sizes, (place, pixel, tap) => {
    for (let channel = 0; channel < channels; channel++) {
      const at = place * channels + channel;
      const product =
        (input[pixel * channels + channel] as number) * (kernel[tap * channels + channel] as number);
      sums[at] = (sums[at] as number) + product;
    }
  });
  return sums;
}

/** Gradient by the input, from that by the sums. */
export function convolveEachBack(
  sizes: MapSizes,
  gradient: Float64Array,
  kernel: Float32Array,
): Float64Array {
  const { height, width, channels } = sizes;
  const back = new Float64Array(height * width * channels);
  forEachTap(sizes, (place, pixel, tap) => {
    for (let channel = 0; channel < channels; channel++) {
      const at = pixel * channels + channel;
      const share =
        (gradient[place * channels + channel] as number) * (kernel[tap * channels + channel] as number);
      back[at] = (back[at] as number) + share;
    }
  });
  return back;
}
