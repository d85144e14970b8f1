import { expect, it } from 'vitest';
import { courseOf } from '../../soak/steady';

const SLACK = { share: 0.05, plus: 1 };
const grows = (values: readonly number[]) => courseOf('heap', values, SLACK).grows;

it('says that a figure grows which is a little more after each round', () => {
  expect(grows(Array.from({ length: 21 }, (_, round) => 100 + 2 * round))).toBe(true);
});

it('does not mind what the first rounds make, nor a round that stands out', () => {
  expect(grows([10, 60, 100, 100, 101, 100, 300, 100, 101, 100, 100, 100])).toBe(false);
});

it('does not mind what moves to and fro within its slack', () => {
  expect(grows(Array.from({ length: 20 }, (_, round) => 100 + (round % 3)))).toBe(false);
});

it('gives the first figure and the last one', () => {
  expect(courseOf('heap', [3, 4, 5, 5, 6], SLACK)).toMatchObject({ first: 3, last: 6 });
});
