import { describe, expect, test } from 'vitest';
import { DIVERGING } from '../../../src/charts/diverging';
import { contrast, difference, EVERY_SIGHT, fromBytes, type Linear, seenBy } from './colour-vision';
import { SCHEMES, tokenColour } from './token-colours';

const DIGITS = Array.from({ length: 10 }, (_, digit) => `digit-${digit}`);

/** What is written, and on what. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  text: ['surface', 'bg', 'sunken', 'soft', 'bad-soft'],
  muted: ['surface', 'bg', 'sunken', 'soft'],
  accent: ['surface', 'bg', 'soft'],
  'accent-ink': ['accent'],
  good: ['surface', 'soft'],
  bad: ['surface', 'bad-soft'],
  valid: ['surface'],
};

/** Lines, edges of controls, bars and points, which lie on the surface. */
const MARKS = ['line-strong', 'accent', 'good', 'bad', 'train', 'valid', ...DIGITS];

/** Pairs of which one says another thing than the other. None says it by its colour alone: these are seen besides. */
const PAIRS = [
  ['good', 'bad'], // beside a word, a sign or a place
  ['train', 'valid'], // dashes, marks of another shape
] as const;

/** Told apart without a look at a legend, well above the 2.3 that is just to be noticed. */
const APART = 20;

describe.each(EVERY_SIGHT)('with %s', (sight) => {
  const seen = (colour: Linear) => seenBy(sight, colour);

  describe.each(SCHEMES)('in %s', (scheme) => {
    const token = (name: string) => seen(tokenColour(name, scheme));

    test.each(Object.entries(TEXTS))('%s is read wherever it stands', (text, grounds) => {
      for (const ground of grounds) {
        expect(contrast(token(text), token(ground)), `on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    });

    test.each(MARKS)('%s stands out from the surface', (mark) => {
      expect(contrast(token(mark), token('surface'))).toBeGreaterThanOrEqual(3);
    });

    test.each(PAIRS)('%s is another than %s', (one, other) => {
      expect(difference(token(one), token(other))).toBeGreaterThanOrEqual(APART);
    });

    test('a weight below zero is another than one above it, from a fifth of the scale on', () => {
      const scale = DIVERGING[scheme];
      const at = (place: number) => seen(fromBytes([...scale.subarray(3 * place, 3 * place + 3)]));
      for (let away = 24; away < 128; away += 8) {
        expect(difference(at(127 - away), at(128 + away)), `${away} of 128`).toBeGreaterThanOrEqual(APART);
      }
    });
  });
});
