import type { RunCheckpoint } from '../../protocol/checkpoint';
import type { RunChange } from '../../protocol/run';
import type { RunState } from '../run/run-state';

const FORMAT = 1;

/** A run that was under way when its page went: where it stood, and all that it had told by then. */
export interface SavedRun {
  readonly format: typeof FORMAT;
  readonly checkpoint: RunCheckpoint;
  readonly run: RunState;
}

export const savedRun = (checkpoint: RunCheckpoint, run: RunState): SavedRun => ({
  format: FORMAT,
  checkpoint,
  run,
});

/** One that is to take on again what it had taken on since, at the same batches. @param changes - of all of the run */
export function withChanges(saved: SavedRun, changes: readonly RunChange[]): SavedRun {
  const { checkpoint } = saved;
  const since = changes.filter(({ batch }) => batch > checkpoint.trainedBatches);
  return { ...saved, checkpoint: { ...checkpoint, toCome: [...checkpoint.toCome, ...since] } };
}

/** Where it goes on: the epoch and the batch in it, from 1. */
export function standOf({ checkpoint, run }: SavedRun): { readonly epoch: number; readonly batch: number } {
  const { finishedEpochs, trainedBatches } = checkpoint;
  return { epoch: finishedEpochs + 1, batch: trainedBatches - finishedEpochs * run.batchesPerEpoch + 1 };
}
