import { plainText } from './plain-text.ts';

/** Where the names of the classes come from. */
export type ClassNaming = 'digits' | 'fashion' | 'folders';

/** Of MNIST, and of data that say nothing else. */
export const DIGIT_NAMES: readonly string[] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

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

/** Ten names that can stand in a sentence, each at most `LONGEST_NAME` long: where one is wanting, the digit takes its place. */
export const tenNames = (names: readonly string[]): readonly string[] =>
  DIGIT_NAMES.map(
    (digit, i) =>
      plainText(names[i] ?? '')
        .trim()
        .slice(0, LONGEST_NAME) || digit,
  );
