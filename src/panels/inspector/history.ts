import type { RunState } from '../../state/lab-state';

/** More points than this can't be told apart in a chart of this size. */
const MOST_POINTS = 150;

export type Measure = 'loss' | 'accuracy';

export interface EpochHistory {
  /** Mean over the batches of each finished epoch. */
  readonly training: readonly number[];
  /** After each epoch. */
  readonly validation: readonly number[];
}

/** A measure epoch by epoch, as far as epochs are finished and validated. */
export function epochHistory(
  { batches, batchesPerEpoch, validation }: Pick<RunState, 'batches' | 'batchesPerEpoch' | 'validation'>,
  measure: Measure,
): EpochHistory {
  return {
    training: validation.map((_, epoch) =>
      mean(batches[measure].subarray(epoch * batchesPerEpoch, (epoch + 1) * batchesPerEpoch)),
    ),
    validation: validation.map((evaluation) => evaluation[measure]),
  };
}

export interface BatchHistory {
  /** Batches that each value is the mean of: a power of two, so that it seldom changes during a run. */
  readonly together: number;
  readonly values: readonly number[];
}

/** A measure over the batches of a run, in at most 150 means; a last group that isn't full yet is left out. */
export function batchHistory(batches: RunState['batches'], measure: Measure): BatchHistory {
  let together = 1;
  while (batches.length / together > MOST_POINTS) together *= 2;
  const values = Array.from({ length: Math.floor(batches.length / together) }, (_, i) =>
    mean(batches[measure].subarray(i * together, (i + 1) * together)),
  );
  return { together, values };
}

function mean(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
