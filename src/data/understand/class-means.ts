import { INPUT_SIDE, INPUT_SIZE } from '../../model/input.ts';
import { KNOWN_SIDE } from './known-digits.ts';

/** A mean image of each class, [14 × 14], or undefined for those of which there are none. */
export type ClassMeans = readonly (Float64Array | undefined)[];

/**
 * @param images - [n, 28, 28], light on dark
 * @param labels - [n]; those of no class are left out
 */
export function classMeans(images: Uint8Array, labels: ArrayLike<number>, classes: number): ClassMeans {
  const sums = Array.from({ length: classes }, () => new Float64Array(KNOWN_SIDE * KNOWN_SIDE));
  const counts = new Uint32Array(classes);
  for (let image = 0; image < labels.length; image++) {
    const label = labels[image] as number;
    const sum = sums[label];
    if (!sum) continue;
    counts[label] = (counts[label] as number) + 1;
    for (let pixel = 0; pixel < INPUT_SIZE; pixel++) {
      const [row, column] = [Math.floor(pixel / INPUT_SIDE) >> 1, (pixel % INPUT_SIDE) >> 1];
      const at = row * KNOWN_SIDE + column;
      sum[at] = (sum[at] as number) + (images[image * INPUT_SIZE + pixel] as number);
    }
  }
  return sums.map((sum, label) => {
    const count = counts[label] as number;
    return count > 0 ? sum.map((value) => value / count) : undefined;
  });
}
