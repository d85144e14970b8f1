import { expect, it } from 'vitest';
import { formatDifference } from '../../../src/panels/take-away/format-difference';

it.each([
  [3.14e-7, '3.1e−7'],
  [9.99e-6, '1.0e−5'],
  [1e-5, '1.0e−5'],
  [0.25, '0.25'],
  [0, '0'],
  [Number.NaN, 'NaN'],
])('writes %d as %s', (difference, text) => {
  expect(formatDifference(difference, 'en')).toBe(text);
});
