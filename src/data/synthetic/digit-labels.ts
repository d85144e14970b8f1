import { CLASSES } from '../../model/input';
import { RandomStream } from '../../model/random';

/**
 * Digits to be drawn, each as likely as any other.
 * @param part - one number for each list of the same seed
 */
export function digitLabels(count: number, seed: number, part: number): Uint8Array<ArrayBuffer> {
  const random = new RandomStream(seed, 'labels', part);
  return Uint8Array.from({ length: count }, () => random.below(CLASSES));
}
