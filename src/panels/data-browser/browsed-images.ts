import { INPUT_SIZE } from '../../model/network';
import type { ImageRef, ImageSet, Part } from '../../protocol/data/images';
import type { ImageSummary } from '../../protocol/inspect';

/** The file that the images of a part lie in. */
export const setOf = (part: Part): ImageSet => (part === 'test' ? 'test' : 'train');

/**
 * Where the images of a class lie in their file, in its order.
 * @param digit - undefined for all classes
 */
export function positionsOf({ positions, labels }: ImageSummary, digit: number | undefined): Uint32Array {
  return digit === undefined ? positions : positions.filter((_, i) => labels[i] === digit);
}

/** The class of an image; undefined where it is not among these. */
export function labelAt({ part, positions, labels }: ImageSummary, { set, position }: ImageRef) {
  const at = set === setOf(part) ? positions.indexOf(position) : -1;
  return at < 0 ? undefined : labels[at];
}

/**
 * The mean image of a class, or of all images together.
 * @returns [784], 0 to 1
 */
export function meanImage({ counts, means }: ImageSummary, digit: number | undefined): Float32Array {
  if (digit !== undefined) return means.slice(INPUT_SIZE * digit, INPUT_SIZE * (digit + 1));
  const images = counts.reduce((sum, count) => sum + count, 0);
  return Float32Array.from({ length: INPUT_SIZE }, (_, pixel) => {
    let sum = 0;
    for (let of = 0; of < counts.length; of++) {
      sum += (counts[of] as number) * (means[INPUT_SIZE * of + pixel] as number);
    }
    return images > 0 ? sum / images : 0;
  });
}
