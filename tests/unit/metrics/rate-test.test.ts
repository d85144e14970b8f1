import { expect, it } from 'vitest';
import {
  hasBlownUp,
  proposedRate,
  type RatePoint,
  rateOfBatch,
  smoothedLosses,
  testBatches,
} from '../../../src/metrics/rate-test';

const ADAM = { optimizer: 'adam' } as const;

/** A test of a whole range whose loss is a function of the exponent of the rate. */
const tested = (lossAt: (exponent: number) => number, batches = 150): RatePoint[] =>
  Array.from({ length: batches }, (_, i) => {
    const rate = rateOfBatch(i, batches);
    return { rate, loss: lossAt(Math.log10(rate)) };
  });

it('raises the rate by the same factor from batch to batch, from a millionth to ten', () => {
  expect(rateOfBatch(0, 150)).toBeCloseTo(1e-6, 12);
  expect(rateOfBatch(149, 150)).toBeCloseTo(10, 6);
  const factors = Array.from({ length: 149 }, (_, i) => rateOfBatch(i + 1, 150) / rateOfBatch(i, 150));
  expect(Math.max(...factors) - Math.min(...factors)).toBeLessThan(1e-9);
});

it('takes an epoch at most, but goes through few images again', () => {
  expect([1, 60, 430].map(testBatches)).toEqual([50, 60, 150]);
});

it('smooths without a pull towards 0 at the start', () => {
  expect(smoothedLosses([3, 3, 3].map((loss) => ({ rate: 1, loss })))).toEqual(
    [3, 3, 3].map((loss) => expect.closeTo(loss, 10)),
  );
  const [first, second] = smoothedLosses([
    { rate: 1, loss: 1 },
    { rate: 1, loss: 2 },
  ]);
  expect(first).toBeCloseTo(1, 10);
  expect(second).toBeCloseTo((0.09 * 1 + 0.1 * 2) / 0.19, 10);
});

it('is over when the smoothed loss is four times its least, or no number', () => {
  const flat = tested(() => 1);
  expect(hasBlownUp(flat)).toBe(false);
  expect(hasBlownUp([...flat, { rate: 10, loss: 30 }])).toBe(false);
  expect(hasBlownUp([...flat, { rate: 10, loss: 32 }])).toBe(true);
  expect(hasBlownUp([...flat, { rate: 10, loss: Number.NaN }])).toBe(true);
  expect(hasBlownUp([...flat, { rate: 10, loss: Number.POSITIVE_INFINITY }])).toBe(true);
  expect(hasBlownUp([])).toBe(false);
});

it('proposes a tenth of the rate of the least loss, also where the loss ended as no number', () => {
  // A valley whose ground is at 0.1; the smoothing moves it by half a power of ten at most.
  const valley = tested((exponent) => 0.5 + 0.3 * Math.abs(exponent + 1));
  const { rate = 0, share } = proposedRate(valley, ADAM) ?? {};
  expect(rate).toBeGreaterThanOrEqual(0.01);
  expect(rate).toBeLessThan(0.035);
  expect(String(rate)).toMatch(/^0\.0[1-3]\d?$/);
  expect(share).toBe('tenth');
  expect(proposedRate([...valley, { rate: 10, loss: Number.NaN }], ADAM)?.rate).toBe(rate);
});

it('proposes more where a step shrinks with the gradient', () => {
  const points = [2, 1, 3].map((loss, i) => ({ rate: 0.03 * 10 ** i, loss }));
  expect(proposedRate(points, ADAM)).toEqual({ rate: 0.03, share: 'tenth' });
  expect(proposedRate(points, { optimizer: 'momentum' })).toEqual({ rate: 0.06, share: 'fifth' });
  expect(proposedRate(points, { optimizer: 'sgd' })).toEqual({ rate: 0.1, share: 'third' });
});

it('proposes nothing where the loss fell at no rate, or nothing was tried', () => {
  expect(
    proposedRate(
      tested((exponent) => 2.3 + Math.max(0, exponent)),
      ADAM,
    ),
  ).toBeUndefined();
  expect(proposedRate([], ADAM)).toBeUndefined();
});

it('proposes no rate below the least that can be set', () => {
  const points = [
    { rate: 1e-6, loss: 10 },
    { rate: 2e-6, loss: 1 },
    { rate: 4e-6, loss: 90 },
  ];
  expect(proposedRate(points, ADAM)?.rate).toBe(1e-6);
});
