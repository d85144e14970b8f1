import type { Settings } from '../../model/settings';
import type { ConfusionCounts } from '../confusion';
import type { Tally } from '../interval';

/** What is known of a run, as far as it has come. */
export interface RunFacts {
  readonly settings: Settings;
  /** What it trains on; undefined where that is not known. */
  readonly data: TrainingData | undefined;
  /** A person has changed the weights: what was read, was read with those, and the run tells of others. */
  readonly isEdited: boolean;
  /** The images in sight, read with the weights in use. */
  readonly readings: ReadImages | undefined;
  /** Means over the training batches of each epoch, the unfinished one left out. */
  readonly training: readonly EpochMean[];
  /** After each epoch. */
  readonly validation: readonly EpochMean[];
  /** Batches before a weight or the loss was no longer a number; undefined where that did not happen. */
  readonly divergedAfter: number | undefined;
  /** Last validation of the run before, on the same images. */
  readonly before: Tally | undefined;
  readonly deadUnits: readonly DeadUnits[];
}

interface TrainingData {
  /** It is MNIST, of which it is known how well it can be read. */
  readonly official: boolean;
  /** Images that there are to train on. */
  readonly train: number;
}

export interface ReadImages {
  readonly set: 'train' | 'test';
  /** Of the images in their file, [n]. */
  readonly positions: Uint32Array;
  /** 0 to 9, [n] */
  readonly truth: Uint8Array;
  /** The most probable class, [n]. */
  readonly predicted: Uint8Array;
  /** [n, 10] row by row */
  readonly probabilities: Float32Array;
  readonly confusion: ConfusionCounts;
}

export interface EpochMean {
  readonly images: number;
  readonly loss: number;
  /** 0 to 1 */
  readonly accuracy: number;
}

/** Filters or units of one layer that were 0 for every one of some images: no gradient gets through a ReLU there. */
export interface DeadUnits {
  /** By its number among the layers that do something while reading. */
  readonly layer: number;
  /** From 0, rising. */
  readonly dead: readonly number[];
  /** Of the layer. */
  readonly units: number;
  /** That were looked at. */
  readonly images: number;
}

/** Half a percentage point: differences below it are of no consequence, however sure they are. */
export const MATERIAL = 0.005;

export const tallyOf = ({ accuracy, images }: EpochMean): Tally => ({
  right: Math.round(accuracy * images),
  images,
});
