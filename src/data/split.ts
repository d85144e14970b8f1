import { RandomStream, shuffle } from '../model/random.ts';
import type { Dataset } from './dataset.ts';

/** One image in so many, where nothing else is said. To validate with 5,000 of MNIST's 60,000; to test with as in MNIST. */
export const USUAL_ONE_IN = { validation: 12, test: 7 } as const;

export interface Split {
  /** Positions in the training files, in an order of their own. */
  readonly train: Uint32Array;
  readonly validation: Uint32Array;
}

/** Divides the training images as is said of their data set. */
export function splitOf({
  train: { labels },
  isStratified,
  validationOneIn,
}: Pick<Dataset, 'train' | 'isStratified' | 'validationOneIn'>): Split {
  return isStratified ? splitByClass(labels, validationOneIn) : splitTraining(labels.length, validationOneIn);
}

/**
 * Divides the training images. Always the same division for the same number of images, whatever the run's seed, so
 * that runs can be compared; shuffled first, so that files sorted by digit are safe.
 * @param count - images in the training files
 */
export function splitTraining(count: number, oneIn: number = USUAL_ONE_IN.validation): Split {
  const positions = shuffledPositions(count, 0);
  const validation = Math.round(count * (1 / oneIn));
  return { train: positions.subarray(validation), validation: positions.subarray(0, validation) };
}

/** The same share of each class: a person's own files may have few of some. */
export function splitByClass(labels: Uint8Array, oneIn: number = USUAL_ONE_IN.validation): Split {
  const { held, rest } = holdOut(labels, 1 / oneIn, 0, oneIn === USUAL_ONE_IN.validation ? 0 : 1);
  return { train: rest, validation: held };
}

/**
 * Holds out a share of each class: always the same images for the same labels.
 * @param share - 0 to 1; the number held out is this share of all, rounded
 * @param stream - which draw: those for different purposes should not be the same
 * @param least - at least so many of each class that has two images or more. The usual shares go without, so that they
 * hold out what they always did and runs can be compared.
 * @returns positions, in an order of their own
 */
export function holdOut(
  labels: Uint8Array,
  share: number,
  stream: number,
  least: 0 | 1 = 0,
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
  if (least === 1) holdOneOfEach(byClass, (at) => labelAt(labels, shuffled, at), isHeld);
  return {
    held: shuffled.filter((_, at) => isHeld[at] === 1),
    rest: shuffled.filter((_, at) => isHeld[at] === 0),
  };
}

/** @param byClass - places, those of a class side by side; of each class that has no held one and two or more, one is held */
function holdOneOfEach(
  byClass: readonly number[],
  labelOf: (at: number) => number,
  isHeld: Uint8Array,
): void {
  for (let from = 0; from < byClass.length; ) {
    const label = labelOf(byClass[from] as number);
    let to = from;
    while (to < byClass.length && labelOf(byClass[to] as number) === label) to++;
    const places = byClass.slice(from, to);
    if (places.length > 1 && places.every((at) => isHeld[at] === 0)) isHeld[places[0] as number] = 1;
    from = to;
  }
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
