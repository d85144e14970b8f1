import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreLogits, softmax } from '../../../src/metrics/logits';

const row = fc.float32Array({ minLength: 10, maxLength: 10, min: -1000, max: 1000, noNaN: true });

describe('softmax', () => {
  it('adds up to 1 and keeps the order, however large the logits', () => {
    fc.assert(
      fc.property(row, (logits) => {
        const probabilities = softmax(logits);
        expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
        expect(probabilities[logits.indexOf(Math.max(...logits))]).toBe(Math.max(...probabilities));
      }),
    );
  });

  it('gives the odds e : 1 for logits that differ by 1', () => {
    const [a, b] = softmax(Float32Array.of(101, 100)) as unknown as [number, number];
    expect(a / b).toBeCloseTo(Math.E, 5);
  });
});

describe('scoreLogits', () => {
  it('sums the cross-entropy and reads the largest logit, the lower class first', () => {
    const logits = Float32Array.from([...Array(10).fill(2), ...Array(9).fill(0), 5]);
    const { lossSum, predicted } = scoreLogits(logits, Uint8Array.of(4, 9));
    expect([...predicted]).toEqual([0, 9]);
    expect(lossSum).toBeCloseTo(Math.log(10) + Math.log(9 + Math.exp(5)) - 5, 5);
  });

  it('has a finite loss for logits far apart', () => {
    const logits = Float32Array.from([1e4, ...Array(9).fill(-1e4)]);
    expect(scoreLogits(logits, Uint8Array.of(1)).lossSum).toBe(2e4);
  });

  it('predicts a digit and a loss that is no number where the logits are none', () => {
    const { lossSum, predicted } = scoreLogits(new Float32Array(10).fill(Number.NaN), Uint8Array.of(3));
    expect(predicted[0]).toBeLessThan(10);
    expect(lossSum).toBeNaN();
  });
});
