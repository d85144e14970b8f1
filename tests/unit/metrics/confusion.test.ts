import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnShares, confusionCounts, rowShares } from '../../../src/metrics/confusion';

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
  maxLength: 300,
});

describe('confusionCounts', () => {
  it('counts each pair of true and predicted digit in its cell', () => {
    fc.assert(
      fc.property(pairs, (digits) => {
        const counts = confusionCounts(
          Uint8Array.from(digits, ([truth]) => truth),
          Uint8Array.from(digits, ([, predicted]) => predicted),
          10,
        );
        const slow = Array.from(
          { length: 100 },
          (_, cell) =>
            digits.filter(([truth, predicted]) => truth === Math.floor(cell / 10) && predicted === cell % 10)
              .length,
        );
        expect(counts).toEqual(slow);
      }),
    );
  });

  it('has rows of the true digit', () => {
    const counts = confusionCounts(Uint8Array.of(3), Uint8Array.of(5), 10);
    expect(counts[35]).toBe(1);
  });
});

describe('rowShares', () => {
  it('adds up to 1 in each row with images and is 0 in the others', () => {
    const counts = confusionCounts(Uint8Array.of(2, 2, 2, 2, 7), Uint8Array.of(2, 2, 2, 0, 7), 10);
    const shares = rowShares(counts);
    expect([shares[20], shares[22], shares[77]]).toEqual([0.25, 0.75, 1]);
    expect(shares.filter((share) => share > 0)).toHaveLength(3);
  });
});

describe('columnShares', () => {
  it('adds up to one in each column that has images, and is zero in the others', () => {
    const counts = confusionCounts(Uint8Array.of(1, 2, 2, 3), Uint8Array.of(2, 2, 2, 3), 10);
    const shares = columnShares(counts);
    expect(shares[12]).toBeCloseTo(1 / 3);
    expect(shares[22]).toBeCloseTo(2 / 3);
    expect(shares[33]).toBe(1);
    expect(shares.filter((share) => share > 0)).toHaveLength(3);
  });
});
