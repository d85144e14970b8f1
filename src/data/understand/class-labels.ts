import { CLASS_LIMITS, CLASSES } from '../../model/input.ts';
import type { Choices, GuessOf } from './choices.ts';
import { outOfRange, type RawLabels } from './raw-labels.ts';

const [, MOST] = CLASS_LIMITS;

/** Labels as they may be meant, the likeliest first, and what is sure of them. */
export function labelOptions(all: readonly RawLabels[]): readonly Choices['labels'][] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { values } of all) {
    for (const label of values) {
      if (label < least) least = label;
      if (label > most) most = label;
    }
  }
  if (least >= 0 && most < CLASSES) return least >= 1 ? ['as-given', 'minus-one'] : ['as-given'];
  // MATLAB counts from 1, and its courses write 10 for the digit 0.
  if (least >= 1 && most === CLASSES) return ['ten-is-zero', 'minus-one'];
  // EMNIST's letters are 1 to 26.
  if (least === 1 && most <= MOST) return most === MOST ? ['minus-one'] : ['minus-one', 'as-given'];
  return ['as-given'];
}

/** The class that a label stands for. */
function classOf(label: number, choice: Choices['labels']): number {
  switch (choice) {
    case 'as-given':
      return label;
    case 'minus-one':
      return label - 1;
    case 'ten-is-zero':
      return label === CLASSES ? 0 : label;
    default:
      return choice satisfies never;
  }
}

/**
 * @returns uint8, [n], 0 to 61
 * @throws DataError label-range
 */
export function classLabels({ values, place }: RawLabels, choice: Choices['labels']): Uint8Array {
  return Uint8Array.from(values, (label, i) => {
    const own = classOf(label, choice);
    if (!(own >= 0 && own < MOST)) throw outOfRange(`${label}`, i, place);
    return own;
  });
}

export const labelsGuess = (
  value: Choices['labels'],
  options: readonly Choices['labels'][],
): GuessOf<'labels'> => ({ id: 'labels', value, options, because: `labels-${value}` });

/** How many classes there are by the labels: ten, or as many more as there are numbers up to the highest. */
export const classesBy = (all: readonly Uint8Array[]): number =>
  Math.max(CLASSES, ...all.map((labels) => labels.reduce((most, label) => Math.max(most, label + 1), 0)));
