/** What can be understood in several ways, and as what. Whoever adds one is asked by the compiler for its words. */
export interface Choices {
  /** Which column of a table is the label. */
  readonly labelColumn: 'first' | 'second' | 'last' | 'none';
  /** Which axis of an array counts the images. */
  readonly layout: 'first-axis' | 'last-axis';
  /** What becomes of the values: kept, of 0 to 1, or from the least to the most of them. */
  readonly range: 'bytes' | 'unit' | 'own';
  /** Light on dark, dark on light, or each image as it is found. */
  readonly polarity: 'each' | 'light' | 'dark';
  /** Of all images, or of each part as it is found. */
  readonly orientation: Orientation | 'each';
  /** What makes 28×28 of other sizes. */
  readonly size: 'pad' | 'scale' | 'mnist';
  readonly labels: 'as-given' | 'minus-one' | 'ten-is-zero';
}

/** How the images lie in the file: what has to be undone. */
export const ORIENTATIONS = [
  'upright',
  'transposed',
  'quarter-left',
  'quarter-right',
  'upside-down',
  'mirrored',
  'flipped',
  'transposed-upside-down',
] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

/** What an array is. */
export type Role = 'train-images' | 'train-labels' | 'test-images' | 'test-labels' | 'unused';

/** What a person has said; everything else is guessed. */
export interface Adjustments extends Partial<Choices> {
  /** Which of several data sets in the files, by its name: the files are read again. */
  readonly set?: string;
  /** Of each array, in their order. */
  readonly roles?: readonly Role[];
  /** One image in so many is held out to test with, where they came in one set: a whole number from 2 on. */
  readonly testOneIn?: number;
  /** One of the other images in so many is held out to validate with: a whole number from 2 on. */
  readonly validationOneIn?: number;
  /** False where the validation images are drawn from all, as of MNIST, and not the same share of each class. */
  readonly isStratified?: boolean;
}

/** Why something was understood so; each is a sentence. */
export type Because =
  | 'column-named'
  | 'column-found'
  | 'column-words'
  | 'column-likely'
  | 'column-none'
  | 'images-along-first'
  | 'images-along-last'
  | 'range-bytes'
  | 'range-unit'
  | 'range-own'
  | 'range-twice'
  | 'polarity-light'
  | 'polarity-dark'
  | 'polarity-mixed'
  | 'orientation-upright'
  | 'orientation-turned'
  | 'orientation-mixed'
  | 'orientation-emnist'
  | 'orientation-chosen'
  | 'orientation-unlike'
  | 'orientation-unchecked'
  | 'size-same'
  | 'size-pad'
  | 'size-crop'
  | 'size-scale'
  | 'size-mnist'
  | 'labels-as-given'
  | 'labels-minus-one'
  | 'labels-ten-is-zero';

/** How one thing was understood, and how else it could be. */
export interface GuessOf<Id extends keyof Choices> {
  readonly id: Id;
  readonly value: Choices[Id];
  readonly options: readonly Choices[Id][];
  readonly because: Because;
  /** What the sentence speaks of: numbers and names. */
  readonly found?: Readonly<Record<string, string>>;
}
export type Guess = { readonly [Id in keyof Choices]: GuessOf<Id> }[keyof Choices];

/** What an array was taken for. */
export interface ArrayGuess {
  readonly name: string;
  readonly shape: readonly number[];
  readonly role: Role;
}
