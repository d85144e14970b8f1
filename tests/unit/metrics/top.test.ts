import { describe, expect, it } from 'vitest';
import { ranked } from '../../../src/metrics/top';

describe('ranked', () => {
  it('orders classes by falling probability and leaves its input alone', () => {
    const probabilities = Float32Array.of(0.25, 0.5, 0.125, 0.125);
    expect(ranked(probabilities).map(({ label }) => label)).toEqual([1, 0, 2, 3]);
    expect([...probabilities]).toEqual([0.25, 0.5, 0.125, 0.125]);
  });

  it('puts the lower class first where two are equal', () => {
    expect(ranked([0.4, 0.2, 0.4])).toEqual([
      { label: 0, probability: 0.4 },
      { label: 2, probability: 0.4 },
      { label: 1, probability: 0.2 },
    ]);
  });
});
