/** A picture in greys: a photo, before anything is known of its ink. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  /** [height × width] row by row, 0 black to 1 white */
  readonly values: Float32Array;
}

/**
 * The mean of the pixels around each pixel, as far as they are counted, in a square window that the edges cut off.
 * @param radius - pixels from the middle of the window to its sides
 * @param counts - of each pixel, whether it is counted; all are where it is not given
 * @returns [height × width]; where nothing is counted, the mean of all that is counted anywhere
 */
export function localMean(
  { width, height, values }: GreyImage,
  radius: number,
  counts?: Uint8Array,
): Float32Array {
  const row = width + 1;
  const sums = new Float64Array(row * (height + 1));
  const counted = new Float64Array(row * (height + 1));
  for (let y = 0; y < height; y++) {
    let [sum, count] = [0, 0];
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (!counts || counts[i]) {
        sum += values[i] as number;
        count += 1;
      }
      const at = (y + 1) * row + x + 1;
      sums[at] = (sums[at - row] as number) + sum;
      counted[at] = (counted[at - row] as number) + count;
    }
  }
  const last = sums.length - 1;
  const overall = (sums[last] as number) / Math.max(1, counted[last] as number);
  const means = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - radius) * row;
    const below = Math.min(height, y + radius + 1) * row;
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - radius);
      const right = Math.min(width, x + radius + 1);
      const within = (table: Float64Array) =>
        (table[below + right] as number) -
        (table[below + left] as number) -
        (table[above + right] as number) +
        (table[above + left] as number);
      const count = within(counted);
      means[y * width + x] = count > 0 ? within(sums) / count : overall;
    }
  }
  return means;
}
