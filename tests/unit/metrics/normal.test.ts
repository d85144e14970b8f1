import { expect, it } from 'vitest';
import { normalQuantile } from '../../../src/metrics/normal';

// scipy.stats.norm.ppf
it.each([
  [0.975, 1.959963984540054],
  [0.9975, 2.807033768343811],
  [0.999, 3.090232306167813],
  [0.5, 0],
  [0.3, -0.5244005127080409],
  [0.01, -2.3263478740408408],
  [1e-6, -4.753424308822899],
])('below the quantile of %s lies that share', (p, quantile) => {
  expect(normalQuantile(p)).toBeCloseTo(quantile, 7);
  expect(normalQuantile(1 - p)).toBeCloseTo(-quantile, 7);
});
