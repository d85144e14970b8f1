import type { Evaluation } from '../run';

/** The two files of a data set: `train` is split into training and validation images. */
export type ImageSet = 'train' | 'test';

export type Part = 'train' | 'validation' | 'test';

/** One image of the data in use. */
export interface ImageRef {
  readonly set: ImageSet;
  /** From 0, in the order of the file. */
  readonly position: number;
}

/** What the network reads in each image of a part. */
export interface Readings {
  readonly part: Part;
  /** Batches that the weights have been trained on. */
  readonly trainedBatches: number;
  /** Which weights these were, as `NetworkEvent` counts them. */
  readonly weightsVersion: number;
  /** Of the images in their file, [n]. */
  readonly positions: Uint32Array;
  /** 0 to 9, [n] */
  readonly truth: Uint8Array;
  /** The most probable class, [n]. */
  readonly predicted: Uint8Array;
  /** [n, 10] row by row; each row adds up to 1 */
  readonly probabilities: Float32Array;
  readonly evaluation: Evaluation;
  /** What logits are divided by, so that probabilities mean what they say: fitted on validation images, absent of others. */
  readonly temperature?: number;
}
