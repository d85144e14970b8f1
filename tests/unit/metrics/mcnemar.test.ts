import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mcnemar } from '../../../src/metrics/mcnemar';
import { pairedCounts, rightBits } from '../../../src/metrics/paired';

/** P(X ≤ k) and P(X = k) of a fair coin thrown n times, in whole numbers but for the last division. */
function binomial(n: number, k: number): { upTo: number; itself: number } {
  let [choose, sum] = [1n, 1n];
  for (let i = 1; i <= k; i++) {
    choose = (choose * BigInt(n - i + 1)) / BigInt(i);
    sum += choose;
  }
  const share = (count: bigint) => Number((count * 10n ** 40n) / 2n ** BigInt(n)) / 1e40;
  return { upTo: share(sum), itself: share(choose) };
}

describe('McNemar’s test', () => {
  // Fagerland, Lydersen & Laake 2013: Bentur 2009 (1 and 7 pairs), Cavo 2012 (6 and 16).
  it.each([
    [1, 7, 0.0703],
    [6, 16, 0.0525],
  ])('gives the published exact values: %i and %i', (onlyA, onlyB, p) => {
    expect(mcnemar(onlyA, onlyB).p).toBeCloseTo(p, 4);
    expect(mcnemar(onlyB, onlyA)).toEqual({ p: mcnemar(onlyA, onlyB).p, method: 'exact' });
  });

  // The same tables without continuity correction by SAS, as in the tests of statsmodels; mid-p is near that.
  it.each([
    [121, 59, 3.815136e-6],
    [70, 59, 0.3327967],
    [80, 59, 0.07488031],
  ])('comes near the chi-squared test where pairs are many: %i and %i', (onlyA, onlyB, p) => {
    const found = mcnemar(onlyA, onlyB);
    expect(found.method).toBe('mid-p');
    expect(found.p / p).toBeGreaterThan(0.8);
    expect(found.p / p).toBeLessThan(1.2);
  });

  it('is what the definition says, for any counts', () => {
    fc.assert(
      fc.property(fc.nat(120), fc.nat(120), (onlyA, onlyB) => {
        const pairs = onlyA + onlyB;
        const { upTo, itself } = binomial(pairs, Math.min(onlyA, onlyB));
        const exact = onlyA === onlyB ? 1 : 2 * upTo;
        const mid = onlyA === onlyB ? 1 - itself / 2 : 2 * upTo - itself;
        const { p } = mcnemar(onlyA, onlyB);
        expect(Math.abs(p - (pairs < 25 ? exact : mid))).toBeLessThan(1e-12);
      }),
    );
  });

  it('finds nothing where the two never differ, and holds for thousands of pairs', () => {
    expect(mcnemar(0, 0)).toEqual({ p: 1, method: 'exact' });
    expect(mcnemar(3000, 3000).p).toBeCloseTo(1, 1);
    expect(mcnemar(0, 5000).p).toBeLessThan(1e-300);
    // By the normal distribution: z = 100 / √10,000 = 1.
    expect(mcnemar(4950, 5050).p).toBeCloseTo(0.3173, 3);
  });
});

describe('the readings of two networks', () => {
  it('are counted as one would by hand', () => {
    const digits = fc.array(fc.nat(2), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(digits, fc.infiniteStream(fc.nat(2)), (labels, drawn) => {
        const truth = Uint8Array.from(labels);
        const read = () => truth.map(() => drawn.next().value ?? 0);
        const [a, b] = [read(), read()];
        const count = (of: (i: number) => boolean) => labels.filter((_, i) => of(i)).length;
        expect(pairedCounts(rightBits(truth, a), rightBits(truth, b), truth.length)).toEqual({
          both: count((i) => a[i] === truth[i] && b[i] === truth[i]),
          onlyA: count((i) => a[i] === truth[i] && b[i] !== truth[i]),
          onlyB: count((i) => a[i] !== truth[i] && b[i] === truth[i]),
          neither: count((i) => a[i] !== truth[i] && b[i] !== truth[i]),
        });
      }),
    );
  });

  it('take a bit an image', () => {
    expect(rightBits(new Uint8Array(10_000), new Uint8Array(10_000))).toHaveLength(1250);
  });
});
