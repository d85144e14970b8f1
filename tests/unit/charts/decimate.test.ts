import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimate } from '../../../src/charts/decimate';

describe('decimate', () => {
  it('leaves a short series as it is', () => {
    expect(decimate([3, 1, 2], 3)).toEqual({ bucket: 1, x: [1, 2, 3], y: [3, 1, 2] });
  });

  it('takes the mean of each bucket and the position of its last value', () => {
    expect(decimate([1, 3, 5, 7, 20], 3)).toEqual({ bucket: 2, x: [2, 4, 5], y: [2, 6, 20] });
  });

  it('keeps the buckets of a growing series until they no longer fit', () => {
    const series = Array.from({ length: 800 }, (_, i) => i);
    const shorter = decimate(series.slice(0, 410), 400);
    const longer = decimate(series, 400);
    expect(longer.y.slice(0, 205)).toEqual(shorter.y);
    expect(decimate([...series, 800], 400).bucket).toBe(4);
  });

  it('passes a gap on where the loss is no number', () => {
    expect(decimate([1, Number.NaN, 2, 4], 2).y).toEqual([Number.NaN, 3]);
  });

  it('never gives more points than asked for, and keeps the total', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -100, max: 100 }), { maxLength: 700 }),
        fc.integer({ min: 1, max: 50 }),
        (values, most) => {
          const { x, y } = decimate(values, most);
          const total = y.reduce((sum, mean, i) => sum + mean * ((x[i] ?? 0) - (x[i - 1] ?? 0)), 0);
          expect(y.length).toBeLessThanOrEqual(most);
          expect(x.at(-1) ?? 0).toBe(values.length);
          expect(total).toBeCloseTo(
            values.reduce((sum, value) => sum + value, 0),
            6,
          );
        },
      ),
    );
  });
});
