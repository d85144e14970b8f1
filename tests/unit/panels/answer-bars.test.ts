import { describe, expect, it } from 'vitest';
import { answerBars } from '../../../src/panels/test-image/answer-bars';

/** Falling, and one in all. */
const falling = (classes: number) => {
  const parts = Float32Array.from({ length: classes }, (_, label) => classes - label);
  const sum = parts.reduce((all, part) => all + part);
  return parts.map((part) => part / sum);
};
const labels = (probabilities: Float32Array, truth: number) =>
  answerBars(probabilities, truth).bars.map(({ label }) => label);

describe('bars of an answer', () => {
  it('are those of all ten classes, in their order', () => {
    const rising = falling(10).reverse();
    expect(labels(rising, 3)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(answerBars(rising, 3).others).toBeUndefined();
  });

  it('are of more classes the ten likeliest, and one of all others', () => {
    const { bars, others } = answerBars(falling(62), 4);
    expect(bars.map(({ label }) => label)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(others?.count).toBe(52);
    const all = bars.reduce((sum, { probability }) => sum + probability, others?.probability ?? 0);
    expect(all).toBeCloseTo(1, 5);
  });

  it('have the true class among them, however unlikely it is', () => {
    expect(labels(falling(26), 25)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 25]);
    expect(answerBars(falling(26), 25).others?.count).toBe(16);
  });
});
