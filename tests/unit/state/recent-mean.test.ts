import { describe, expect, it } from 'vitest';
import { recentMean } from '../../../src/state/recent-mean';

describe('recentMean', () => {
  it('is the mean of the last batches only', () => {
    const batches = [100, ...Array.from({ length: 8 }, (_, i) => i)].map((loss) => ({ loss, accuracy: 0 }));
    expect(recentMean(batches, 'loss')).toBe(3.5);
    expect(recentMean(batches.slice(0, 1), 'loss')).toBe(100);
  });

  it('is undefined before the first batch', () => {
    expect(recentMean([], 'accuracy')).toBeUndefined();
  });
});
