import { expect, it } from 'vitest';
import { confidenceOf } from '../../../src/panels/draw/confidence';

it.each([
  [1, 'certain'],
  [0.99, 'certain'],
  [0.98, 'very'],
  [0.9, 'very'],
  [0.89, 'likely'],
  [0.6, 'likely'],
  [0.59, 'unsure'],
] as const)('a probability of %f is called %s', (probability, words) => {
  expect(confidenceOf({ label: 4, probability })).toBe(words);
});
