import { DIGIT_NAMES } from '../../model/class-names.ts';
import type { ClassMeans } from './class-means.ts';
import { KNOWN_DIGITS } from './known-digits.ts';

/**
 * Mean images of digits and letters, to compare others with. Letters are drawn when they are first asked for.
 * @param names - of the classes: of what is neither there is none
 */
export async function knownClasses(names: readonly string[]): Promise<ClassMeans> {
  const digits = names.map((name) => {
    const digit = KNOWN_DIGITS[DIGIT_NAMES.indexOf(name)];
    return digit === undefined ? undefined : Float64Array.from(digit, Number);
  });
  if (!names.some((name) => LETTER.test(name))) return digits;
  const { knownLetters } = await import('./known-letters.ts');
  const areMerged = !names.some((name) => SMALL.test(name));
  const letters = knownLetters(names, areMerged);
  return digits.map((digit, i) => digit ?? letters[i]);
}

const LETTER = /^[A-Za-z]$/;
const SMALL = /^[a-z]$/;
