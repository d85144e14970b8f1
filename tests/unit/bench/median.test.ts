import { expect, it } from 'vitest';
import { median } from '../../../bench/speed/median';

it('is the middle of an odd number of values, whatever their order', () => {
  expect(median([9, 1, 100, 2, 8])).toBe(8);
});

it('is the mean of the two in the middle of an even number', () => {
  expect(median([4, 1, 100, 2])).toBe(3);
});

it('refuses an empty list', () => {
  expect(() => median([])).toThrow(RangeError);
});

it('leaves its argument as it was', () => {
  const values = [3, 1, 2];
  median(values);
  expect(values).toEqual([3, 1, 2]);
});
