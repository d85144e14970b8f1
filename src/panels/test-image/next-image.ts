import type { ImageRef } from '../../protocol/data/images';

/** `random`: any; `next`: the one after the image of now, from the first again after the last. */
export type Order = 'random' | 'next';

/**
 * Another test image.
 * @param labels - of all test images
 * @param digit - only images of this digit, or undefined for any
 * @param now - the image of now, if it is one of these
 * @param random - from 0 up to, but not, 1
 * @returns undefined when there is none
 */
export function nextImage(
  labels: Uint8Array,
  digit: number | undefined,
  order: Order,
  now: number | undefined,
  random: () => number,
): ImageRef | undefined {
  const wanted: number[] = [];
  for (const [position, label] of labels.entries()) {
    if (digit === undefined || label === digit) wanted.push(position);
  }
  if (wanted.length === 0) return undefined;
  const position =
    order === 'random'
      ? wanted[Math.floor(random() * wanted.length)]
      : (wanted.find((candidate) => candidate > (now ?? -1)) ?? wanted[0]);
  return { set: 'test', position: position as number };
}
