import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binCounts, spreadOf } from '../../../src/metrics/histogram';

describe('the spread of numbers', () => {
  it('tells extremes, mean, standard deviation and zeros', () => {
    const found = spreadOf([-1, 0, 0, 3]);
    expect(found).toMatchObject({ count: 4, min: -1, max: 3, mean: 0.5, zeros: 2, notFinite: 0 });
    expect(found?.deviation).toBeCloseTo(Math.sqrt((2.25 + 0.25 + 0.25 + 6.25) / 4), 12);
  });

  it('counts apart what is no number or infinite', () => {
    expect(spreadOf([Number.NaN, 1, Number.POSITIVE_INFINITY, 3])).toMatchObject({
      count: 2,
      min: 1,
      max: 3,
      mean: 2,
      notFinite: 2,
    });
  });

  it('is nothing where there are no finite values', () => {
    expect(spreadOf([])).toBeUndefined();
    expect(spreadOf([Number.NaN])).toBeUndefined();
    expect(spreadOf([1, 2], [0, 0])).toBeUndefined();
  });

  it('is the same for values with their numbers as for all of them one by one', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat({ max: 5 })), { minLength: 1 });
    fc.assert(
      fc.property(pairs, (given) => {
        const listed = given.flatMap(([value, times]) => new Array<number>(times).fill(value));
        const [values, times] = [given.map(([value]) => value), given.map(([, often]) => often)];
        const [short, long] = [spreadOf(values, times), spreadOf(listed)];
        expect(short?.count).toBe(long?.count);
        expect([short?.min, short?.max, short?.zeros]).toEqual([long?.min, long?.max, long?.zeros]);
        expect(short?.mean ?? 0).toBeCloseTo(long?.mean ?? 0, 9);
        expect(short?.deviation ?? 0).toBeCloseTo(long?.deviation ?? 0, 9);
        const range = { min: -9, max: 9 };
        expect(binCounts(values, range, 7, times)).toEqual(binCounts(listed, range, 7));
      }),
    );
  });
});

describe('the counts of bins', () => {
  it('are of bins of one width, the largest value in the last', () => {
    expect([...binCounts([0, 0.5, 1, 2.5, 4], { min: 0, max: 4 }, 4)]).toEqual([2, 1, 1, 1]);
  });

  it('are all in the middle for a range without width', () => {
    expect([...binCounts([0, 0], { min: 0, max: 0 }, 3)]).toEqual([0, 2, 0]);
  });

  it('leave out what is not finite', () => {
    expect([...binCounts([Number.NaN, 1, Number.NEGATIVE_INFINITY], { min: 0, max: 1 }, 2)]).toEqual([0, 1]);
  });
});
