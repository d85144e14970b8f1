import { RandomStream, shuffle } from '../model/random.ts';

/** One image in twelve is held out: 5,000 of MNIST's 60,000. */
const VALIDATION_SHARE = 1 / 12;

export interface Split {
  /** Positions in the training files, in an order of their own. */
  readonly train: Uint32Array;
  readonly validation: Uint32Array;
}

/**
 * Divides the training images. Always the same division for the same number of images, whatever the run's seed, so
 * that runs can be compared; shuffled first, so that files sorted by digit are safe.
 * @param count - images in the training files
 */
export function splitTraining(count: number): Split {
  const positions = Uint32Array.from({ length: count }, (_, position) => position);
  shuffle(positions, new RandomStream(0, 'split'));
  const validation = Math.round(count * VALIDATION_SHARE);
  return { train: positions.subarray(validation), validation: positions.subarray(0, validation) };
}

/**
 * The order of one epoch; a copy.
 * @param positions - of the training images, in an order that does not change between epochs
 * @param epoch - from 0
 */
export function epochOrder(positions: Uint32Array, seed: number, epoch: number): Uint32Array {
  return shuffle(positions.slice(), new RandomStream(seed, 'shuffle', epoch));
}
