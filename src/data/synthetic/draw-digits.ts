import { INPUT_SIZE } from '../../model/network';
import { RandomStream } from '../../model/random';
import type { DigitOptions } from '../../model/settings';

/** Which pictures of the endless series. */
export interface DigitSource {
  /** Unsigned 32-bit integer: the series. */
  readonly seed: number;
  /** Number of the first picture in the series, 0 to 2³²−1. */
  readonly first: number;
}

/** Stands in until the real one is there. */
export function drawDigits(
  labels: Uint8Array,
  { seed, first }: DigitSource,
  _: DigitOptions,
): Uint8Array<ArrayBuffer> {
  const images = new Uint8Array(labels.length * INPUT_SIZE);
  labels.forEach((label, i) => {
    const random = new RandomStream(seed, 'digits', first + i);
    images.fill(25 * label + random.below(20), i * INPUT_SIZE + 300, i * INPUT_SIZE + 400);
  });
  return images;
}
