import { describe, expect, it } from 'vitest';
import { NUMBERS, type NumberName } from '../../../src/model/settings';
import { lastPosition, positionOf, valueAt } from '../../../src/ui/slider-scale';

const names = Object.keys(NUMBERS) as NumberName[];

describe.each(names)('the slider of %s', (name) => {
  const range = NUMBERS[name];

  it('reaches both ends exactly', () => {
    expect(valueAt(range, 0)).toBe(range.min);
    expect(valueAt(range, lastPosition(range))).toBe(range.max);
  });

  it('never goes down from one position to the next, and stays in range', () => {
    for (let at = 1; at <= lastPosition(range); at++) {
      expect(valueAt(range, at)).toBeGreaterThanOrEqual(valueAt(range, at - 1));
      expect(valueAt(range, at)).toBeLessThanOrEqual(range.max);
    }
  });

  it('finds each of its values again', () => {
    for (let at = 0; at <= lastPosition(range); at++) {
      expect(valueAt(range, positionOf(range, valueAt(range, at)))).toBe(valueAt(range, at));
    }
  });
});

describe('slider values', () => {
  it('are powers of two for the batch size', () => {
    const positions = [0, 1, 5, 7, 10];
    expect(positions.map((at) => valueAt(NUMBERS.batchSize, at))).toEqual([1, 2, 32, 128, 1024]);
  });

  it('begin with none where there may be none, however small the rest', () => {
    const range = NUMBERS.weightDecay;
    expect([0, 1, 2].map((at) => valueAt(range, at))).toEqual([0, 1e-6, 1.3e-6]);
    expect([0, 1e-9, 1e-6].map((value) => positionOf(range, value))).toEqual([0, 1, 1]);
  });

  it('are short numbers for the learning rate', () => {
    const at = positionOf(NUMBERS.learningRate, 0.01);
    expect(valueAt(NUMBERS.learningRate, at)).toBe(0.01);
  });
});
