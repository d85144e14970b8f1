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
  const positions = shuffledPositions(count, 0);
  const validation = Math.round(count * VALIDATION_SHARE);
  return { train: positions.subarray(validation), validation: positions.subarray(0, validation) };
}

/** The same share of each class: a person's own files may have few of some. */
export function splitByClass(labels: Uint8Array): Split {
  const { held, rest } = holdOut(labels, VALIDATION_SHARE, 0);
  return { train: rest, validation: held };
}

/**
 * Holds out a share of each class: always the same images for the same labels.
 * @param share - 0 to 1; the number held out is this share of all, rounded
 * @param stream - which draw: those for different purposes should not be the same
 * @returns positions, in an order of their own
 */
export function holdOut(
  labels: Uint8Array,
  share: number,
  stream: number,
): { readonly held: Uint32Array; readonly rest: Uint32Array } {
  const shuffled = shuffledPositions(labels.length, stream);
  // Class by class, in the order of the draw; then every so many-eth, which takes the share of each.
  const byClass = [...shuffled.keys()].sort(
    (one, other) => labelAt(labels, shuffled, one) - labelAt(labels, shuffled, other) || one - other,
  );
  const isHeld = new Uint8Array(labels.length);
  for (const [i, at] of byClass.entries()) {
    if (Math.floor((i + 1) * share + 0.5) > Math.floor(i * share + 0.5)) isHeld[at] = 1;
  }
  return {
    held: shuffled.filter((_, at) => isHeld[at] === 1),
    rest: shuffled.filter((_, at) => isHeld[at] === 0),
  };
}

const labelAt = (labels: Uint8Array, positions: Uint32Array, at: number) =>
  labels[positions[at] as number] as number;

function shuffledPositions(count: number, stream: number): Uint32Array {
  const positions = Uint32Array.from({ length: count }, (_, position) => position);
  return shuffle(positions, new RandomStream(stream, 'split'));
}

/**
 * The order of one epoch; a copy.
 * @param positions - of the training images, in an order that does not change between epochs
 * @param epoch - from 0
 */
export function epochOrder(positions: Uint32Array, seed: number, epoch: number): Uint32Array {
  return shuffle(positions.slice(), new RandomStream(seed, 'shuffle', epoch));
}
