import { expect, it } from 'vitest';
import { readingsOf } from '../../../../src/panels/own-digits/read-digits';
import { ownDigit, ownDigits } from '../../../fixtures/own-digits';

const readings = {
  predicted: Uint8Array.of(4, 5, 6),
  probability: Float32Array.of(0.25, 0.5, 0.75),
};
const read = { digits: ownDigits(3), readings };

it('finds what was read in those that are left, whatever their labels', () => {
  expect(readingsOf([ownDigit(0), ownDigit(2, 9)], read)).toEqual({
    predicted: Uint8Array.of(4, 6),
    probability: Float32Array.of(0.25, 0.75),
  });
});

it('finds nothing where one of them was not read', () => {
  expect(readingsOf(ownDigits(4), read)).toBeUndefined();
});
