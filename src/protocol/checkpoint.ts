import type { LiveSettings, Settings } from '../model/settings';
import type { StepState } from '../model/step-state';
import type { Readings } from './data/images';
import type { RunId } from './history';
import type { RunChange } from './run';

/** A run between two of its batches: all that lets it go on as if nothing had happened, bit for bit on the same backend. */
export interface RunCheckpoint {
  readonly run: RunId;
  /** As it began. */
  readonly settings: Settings;
  /** What of them is in force by now. */
  readonly live: LiveSettings;
  /** What it will take on by itself, where it repeats a run that was changed on its way. */
  readonly toCome: readonly RunChange[];
  readonly finishedEpochs: number;
  readonly trainedBatches: number;
  /** Of the train step. */
  readonly step: StepState;
  /** After its last finished epoch, or before its first. */
  readonly kept: KeptMoment;
  /** After the epoch of the least validation loss; undefined before the first epoch is over. */
  readonly best: KeptMoment | undefined;
  readonly work: RunWork;
}

/** Weights that a run may go back to, and what was read with them in the validation images, from epoch 1 on. */
export interface KeptMoment {
  readonly epoch: number;
  readonly checkpoint: { readonly weights: readonly Float32Array[]; readonly trainedBatches: number };
  readonly readings: Readings | undefined;
}

/** What a run has done. */
export interface RunWork {
  /** Training images seen. */
  readonly images: number;
  /** Images read in evaluations. */
  readonly evaluated: number;
  /** Without pauses. */
  readonly seconds: number;
}

export interface CheckpointCommands {
  /**
   * Goes on with a run from where it stood, on the same data; told by `run-continued`. Ignored while a run is active.
   * @throws where the checkpoint is none of such a run
   */
  continueRun(checkpoint: RunCheckpoint): Promise<void>;
}

export type CheckpointEvent =
  /** It goes on from a checkpoint. */
  | { type: 'run-continued'; run: RunId }
  /** Where a run stands, after all that was told of it. */
  | { type: 'checkpointed'; checkpoint: RunCheckpoint };
