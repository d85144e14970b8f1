import { INPUT_SIZE } from '../model/input.ts';
import type { LabelledImages } from './dataset.ts';

/** A copy of the images at some positions, in that order. */
export function imagesAt(
  { images, labels }: LabelledImages,
  positions: ArrayLike<number> & Iterable<number>,
): LabelledImages {
  const picked = new Uint8Array(positions.length * INPUT_SIZE);
  let to = 0;
  for (const position of positions) {
    picked.set(images.subarray(position * INPUT_SIZE, (position + 1) * INPUT_SIZE), to);
    to += INPUT_SIZE;
  }
  return { images: picked, labels: Uint8Array.from(positions, (position) => labels[position] as number) };
}
