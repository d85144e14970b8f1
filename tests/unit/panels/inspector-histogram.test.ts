import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogram } from '../../../src/panels/inspector/histogram';

describe('a histogram', () => {
  it('counts values in bins of one width, the largest in the last', () => {
    const found = histogram(Float32Array.of(0, 0.5, 1, 2.5, 4), 4);
    expect(found?.bins).toEqual([
      { at: 0.5, count: 2 },
      { at: 1.5, count: 1 },
      { at: 2.5, count: 1 },
      { at: 3.5, count: 1 },
    ]);
  });

  it('tells extremes, mean, deviation and zeros', () => {
    const found = histogram(Float32Array.of(-1, 0, 0, 3), 2);
    expect(found).toMatchObject({ min: -1, max: 3, mean: 0.5, zeros: 2, notFinite: 0 });
    expect(found?.deviation).toBeCloseTo(Math.sqrt((2.25 + 0.25 + 0.25 + 6.25) / 4), 12);
  });

  it('has one bin for values that are all equal', () => {
    expect(histogram(Float32Array.of(2, 2, 2), 40)?.bins).toEqual([{ at: 2, count: 3 }]);
  });

  it('counts apart what is no number or infinite', () => {
    const found = histogram(Float32Array.of(Number.NaN, 1, Number.POSITIVE_INFINITY, 3), 2);
    expect(found).toMatchObject({ min: 1, max: 3, notFinite: 2 });
    expect(found?.bins.map(({ count }) => count)).toEqual([1, 1]);
  });

  it('is nothing where there are no finite values', () => {
    expect(histogram(new Float32Array(0), 4)).toBeUndefined();
    expect(histogram(Float32Array.of(Number.NaN), 4)).toBeUndefined();
  });

  it('puts every finite value into a bin', () => {
    const values = fc.float32Array({ minLength: 1, maxLength: 50, noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 50 }), (given, bins) => {
        const counted = histogram(given, bins)?.bins.reduce((sum, { count }) => sum + count, 0);
        expect(counted).toBe(given.length);
      }),
    );
  });
});
