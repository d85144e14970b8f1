import { plainText } from './plain-text.ts';

/** Where the names of the classes come from. */
export type ClassNaming = 'digits' | 'numbers' | 'letters' | 'fashion' | 'folders';

/** Of MNIST, and of data of ten classes that say nothing else. */
export const DIGIT_NAMES: readonly string[] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Whether names are those of the ten digits, in order. */
export const areDigits = (names: readonly string[]): boolean =>
  names.length === DIGIT_NAMES.length && names.every((name, i) => name === DIGIT_NAMES[i]);

/** Whether names are of the same classes, in order: a person's folders may have small letters where a file has big ones. */
export const areSameClasses = (some: readonly string[], others: readonly string[]): boolean =>
  some === others ||
  (some.length === others.length && some.every((name, i) => name.toLowerCase() === others[i]?.toLowerCase()));

/** https://github.com/zalandoresearch/fashion-mnist#labels */
export const FASHION_NAMES: readonly string[] = [
  'T-shirt/top',
  'Trouser',
  'Pullover',
  'Dress',
  'Coat',
  'Sandal',
  'Shirt',
  'Sneaker',
  'Bag',
  'Ankle boot',
];

/** Longer names would not fit beside a matrix. */
export const LONGEST_NAME = 24;

/** The number of each class. */
export const numberNames = (classes: number): readonly string[] =>
  Array.from({ length: classes }, (_, label) => String(label));

const BIG = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const SMALL = [...'abcdefghijklmnopqrstuvwxyz'];
/** Small letters that EMNIST tells from the big ones where it merges those that look alike (Cohen et al. 2017). */
const UNLIKE = [...'abdefghnqrt'];

/** By their number, sets of letters that people have; with digits, those come first. */
const CHARACTERS: readonly (readonly string[])[] = [
  BIG,
  [...DIGIT_NAMES, ...BIG],
  [...DIGIT_NAMES, ...BIG, ...UNLIKE],
  [...BIG, ...SMALL],
  [...DIGIT_NAMES, ...BIG, ...SMALL],
];

/** The letters that so many classes are likely to be, as in EMNIST; undefined for other numbers. */
export const characterNames = (classes: number): readonly string[] | undefined =>
  CHARACTERS.find(({ length }) => length === classes);

/**
 * Names that can stand in a sentence, each at most `LONGEST_NAME` long: where one is wanting, the number takes its place.
 * @returns as many as there are classes
 */
export const properNames = (names: readonly string[], classes: number): readonly string[] =>
  numberNames(classes).map(
    (number, i) =>
      plainText(names[i] ?? '')
        .trim()
        .slice(0, LONGEST_NAME) || number,
  );
