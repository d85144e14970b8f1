import type { RunState } from '../../state/run/run-state';

/** Each has a mark and a cell for the pointer: with more of them a redraw holds a slow processor up. */
const MOST_POINTS = 64;

export type Measure = 'loss' | 'accuracy';

interface EpochHistory {
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

/** Batches that a point of the history is the mean of: a power of two, so that it seldom changes during a run. */
export function batchesTogether(batches: number): number {
  let together = 1;
  while (batches / together > MOST_POINTS) together *= 2;
  return together;
}

/** The last batch of each of these means, from 1: where it stands on the axis. */
export function batchesOfPoints(batches: Pick<RunState['batches'], 'length'>): number[] {
  const together = batchesTogether(batches.length);
  return Array.from({ length: Math.floor(batches.length / together) }, (_, i) => (i + 1) * together);
}

/** A measure over the batches of a run, in at most 64 means; a last group that isn't full yet is left out. */
export function batchHistory(batches: RunState['batches'], measure: Measure): number[] {
  const together = batchesTogether(batches.length);
  return Array.from({ length: Math.floor(batches.length / together) }, (_, i) =>
    mean(batches[measure].subarray(i * together, (i + 1) * together)),
  );
}

function mean(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
