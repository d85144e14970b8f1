import { describe, expect, it } from 'vitest';
import { barsPath } from '../../../src/charts/bars-path';

describe('barsPath', () => {
  it('draws the highest bar to the top', () => {
    expect(barsPath([1, 2])).toBe('M0 1V0.5H0.5V0H1V1Z');
  });

  it('keeps bars on the ground where all are empty', () => {
    expect(barsPath(Float64Array.of(0, 0))).toBe('M0 1V1H0.5V1H1V1Z');
  });
});
