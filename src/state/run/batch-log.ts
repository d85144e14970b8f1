import type { BatchResult } from '../../protocol/run';

/** Loss and accuracy of a run, batch by batch. A log that grew shares the memory of the one that it grew from. */
export interface BatchLog {
  readonly length: number;
  /** [length] */
  readonly loss: Float32Array;
  /** [length], 0 to 1 */
  readonly accuracy: Float32Array;
}

const empty = (): Float32Array => new Float32Array(0);
export const NO_BATCHES: BatchLog = { length: 0, loss: empty(), accuracy: empty() };

/**
 * The log with more batches at its end. Copies only when the memory is used up, which then doubles: runs can have
 * millions of batches. Append to the newest log only.
 */
export function appendBatches(log: BatchLog, batches: readonly BatchResult[]): BatchLog {
  const values = (of: keyof BatchResult) => batches.map((batch) => batch[of]);
  return {
    length: log.length + batches.length,
    loss: grown(log.loss, values('loss')),
    accuracy: grown(log.accuracy, values('accuracy')),
  };
}

function grown(series: Float32Array, more: readonly number[]): Float32Array {
  const length = series.length + more.length;
  let all = new Float32Array(series.buffer);
  if (all.length < length) {
    all = new Float32Array(Math.max(1024, 2 * length));
    all.set(series);
  }
  all.set(more, series.length);
  return all.subarray(0, length);
}
