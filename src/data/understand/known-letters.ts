import { drawSubjects } from '../non-digits/draw-non-digits.ts';
import { LETTER_SHAPES, strokesOf } from '../non-digits/letter-shapes.ts';
import { LETTERS_LIKE_DIGITS } from '../non-digits/letters-like-digits.ts';
import { type ClassMeans, classMeans } from './class-means.ts';

/** Drawings of each letter: with twice as many the means hardly change. */
const DRAWN = 24;
const SEED = 1;

/**
 * Mean images of letters as the lab draws them, each way of writing one as often as the others.
 * @param letters - A to Z, a to z; of others there are none
 * @param areMerged - a big letter stands for the small one too, as in EMNIST's letters
 */
export function knownLetters(letters: readonly string[], areMerged: boolean): ClassMeans {
  const ways = letters.map((letter) =>
    (areMerged ? [letter, letter.toLowerCase()] : [letter]).flatMap((each) =>
      (LETTER_SHAPES[each] ?? LETTERS_LIKE_DIGITS[each] ?? []).map(strokesOf),
    ),
  );
  const drawn = ways.flatMap((own, label) =>
    own.length > 0
      ? Array.from({ length: DRAWN }, (_, i) => ({ label, strokes: own[i % own.length] ?? [] }))
      : [],
  );
  const images = drawSubjects(
    drawn.map(
      ({ strokes }) =>
        () =>
          strokes,
    ),
    SEED,
  );
  return classMeans(
    images,
    drawn.map(({ label }) => label),
    letters.length,
  );
}
