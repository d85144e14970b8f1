import type { MapSizes } from '../layers/windows';

/** What becomes of a window. */
export type Pooling = 'max' | 'mean';

/** Maximum or mean of each window, [rows, columns, channels]. */
export function pool(sizes: MapSizes, input: Float64Array, pooling: Pooling): Float64Array {
  const { channels, rows, columns, size } = sizes;
  const pooled = new Float64Array(rows * columns * channels);
  const isMax = pooling === 'max';
  forEachWindow(sizes, (output, pixels) => {
    let largest = Number.NEGATIVE_INFINITY;
    let sum = 0;
    for (const pixel of pixels) {
      const value = input[pixel] as number;
      sum += value;
      if (value > largest) largest = value;
    }
    // Where one value is not a number, neither is the largest.
    pooled[output] = isMax ? (Number.isNaN(sum) ? Number.NaN : largest) : sum / size ** 2;
  });
  return pooled;
}

/**
 * Gradient by the input, from that by the outputs: to the first of the largest in a window, or to all alike.
 * @param input - what `pool` was given
 */
export function poolBack(
  sizes: MapSizes,
  gradient: Float64Array,
  input: Float64Array,
  pooling: Pooling,
): Float64Array {
  const back = new Float64Array(input.length);
  const isMax = pooling === 'max';
  forEachWindow(sizes, (output, pixels) => {
    const value = gradient[output] as number;
    if (isMax) {
      const winner = pixels.reduce((best, pixel) =>
        (input[pixel] as number) > (input[best] as number) ? pixel : best,
      );
      back[winner] = (back[winner] as number) + value;
      return;
    }
    for (const pixel of pixels) back[pixel] = (back[pixel] as number) + value / pixels.length;
  });
  return back;
}

/** Every output with the inputs of its window, row by row. The list is used again for the next one. */
function forEachWindow(sizes: MapSizes, visit: (output: number, pixels: Int32Array) => void): void {
  const { size, stride, width, channels, rows, columns } = sizes;
  const pixels = new Int32Array(size * size);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      for (let channel = 0; channel < channels; channel++) {
        for (let i = 0; i < pixels.length; i++) {
          const row = y * stride + Math.floor(i / size);
          const column = x * stride + (i % size);
          pixels[i] = (row * width + column) * channels + channel;
        }
        visit((y * columns + x) * channels + channel, pixels);
      }
    }
  }
}
