import { describe, expect, it } from 'vitest';
import { appendBatches, NO_BATCHES } from '../../../../src/state/run/batch-log';
import { recentMean } from '../../../../src/state/run/recent-mean';

const log = (losses: readonly number[]) =>
  appendBatches(
    NO_BATCHES,
    losses.map((loss) => ({ loss, accuracy: 0.5 })),
  );

describe('recentMean', () => {
  it('is the mean of the last eight batches', () => {
    expect(recentMean(log([100, 100, 0, 1, 2, 3, 4, 5, 6, 7]), 'loss')).toBe(3.5);
    expect(recentMean(log([100]), 'loss')).toBe(100);
  });

  it('is undefined before the first batch', () => {
    expect(recentMean(NO_BATCHES, 'accuracy')).toBeUndefined();
  });
});
