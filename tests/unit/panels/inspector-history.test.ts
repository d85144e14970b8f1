import { describe, expect, it } from 'vitest';
import {
  batchesOfPoints,
  batchesTogether,
  batchHistory,
  epochHistory,
} from '../../../src/panels/inspector/history';
import { appendBatches, NO_BATCHES } from '../../../src/state/run/batch-log';

const log = (losses: readonly number[]) =>
  appendBatches(
    NO_BATCHES,
    losses.map((loss) => ({ loss, accuracy: loss / 10 })),
  );
const evaluated = (loss: number) => ({ images: 10, loss, accuracy: 0.5, confusion: [] });

describe('the history of a run by epochs', () => {
  it('is the mean of each epoch’s batches beside its validation', () => {
    const run = {
      batches: log([1, 3, 5, 7, 9, 11]),
      batchesPerEpoch: 3,
      validation: [evaluated(2), evaluated(4)],
    };
    expect(epochHistory(run, 'loss')).toEqual({ training: [3, 9], validation: [2, 4] });
    expect(epochHistory(run, 'accuracy').validation).toEqual([0.5, 0.5]);
  });

  it('leaves out the epoch that is under way', () => {
    const run = { batches: log([1, 3, 100]), batchesPerEpoch: 2, validation: [evaluated(2)] };
    expect(epochHistory(run, 'loss')).toEqual({ training: [2], validation: [2] });
  });
});

describe('the history of a run by batches', () => {
  it('is every batch as long as there are few', () => {
    expect(batchHistory(log([4, 2, 1]), 'loss')).toEqual([4, 2, 1]);
    expect(batchesTogether(64)).toBe(1);
    expect(batchesOfPoints({ length: 3 })).toEqual([1, 2, 3]);
  });

  it('is the mean of ever more batches, and never more than 64 points', () => {
    const many = Array.from({ length: 1003 }, (_, i) => i);
    const values = batchHistory(log(many), 'loss');
    expect(batchesTogether(many.length)).toBe(16);
    expect(values).toHaveLength(62);
    expect(values[0]).toBe(7.5);
    const places = batchesOfPoints({ length: many.length });
    expect(places).toHaveLength(values.length);
    expect([places[0], places.at(-1)]).toEqual([16, 992]);
    expect(values[61]).toBe(976 + 7.5);
  });

  it('is nothing before the first batch', () => {
    expect(batchHistory(NO_BATCHES, 'loss')).toEqual([]);
  });
});
