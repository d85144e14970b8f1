import { CLASSES } from '../../model/network';

const SHORT = 2;

/** What stands for each class in the picture: its number, or of letters the letter. */
export const classMarks = (names: readonly string[]): readonly string[] =>
  names.map((name, label) => (names.length > CLASSES && name.length <= SHORT ? name : String(label)));
