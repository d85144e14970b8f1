import type { LabelledImages } from '../data/dataset';

/** Images that were read right before and after, of how many. */
export interface ReadBefore {
  readonly images: number;
  readonly before: number;
  readonly after: number;
}

/** What a fine-tuning on a person's own digits brought. */
export interface FineTuned {
  /** Whether the weights that came of it are in force: until it is decided, and when they are kept. */
  readonly decision: 'open' | 'kept' | 'taken-back';
  /** Own digits that it has learnt from. */
  readonly learnt: ReadBefore;
  /** Own digits that were held out. */
  readonly heldOut: ReadBefore;
  /** Validation images of the data in use. */
  readonly validation: ReadBefore;
}

/** What the network reads in some images. */
export interface ImageReadings {
  /** The most probable class, [n]. */
  readonly predicted: Uint8Array;
  /** Its probability, [n]. */
  readonly probability: Float32Array;
}

/** Training further on a person's own digits. */
export interface FineTuneCommands {
  /**
   * Trains the network in use further on a person's own digits among training images and puts the weights that come of
   * it in force; told by `fine-tuning`, `fine-tuned` and `read` events. A run, a reset and `cancelFineTuning` end it and
   * leave the weights as they were. Ignored while a run is active, without data, and where these are not of digits.
   * @param learnt - own digits to learn from, at least one
   * @param heldOut - own digits that are only read, before and after
   */
  fineTune(learnt: LabelledImages, heldOut: LabelledImages): Promise<void>;
  cancelFineTuning(): Promise<void>;
  /** The weights that came of it stay, and there is nothing to take back any more. */
  keepFineTuned(): Promise<void>;
  /** Puts the weights from before it in force again, bit for bit. Ignored once they are kept, and after a run or reset. */
  takeBackFineTuned(): Promise<void>;
}

/** About a person's own digits; they change nothing. */
export interface FineTuneQuestions {
  /**
   * What the network reads in any images, with the weights of this moment.
   * @param images - [n, 28, 28], 0 background to 255 ink
   * @returns undefined before the first `reset` is done
   */
  readImages(images: Uint8Array): Promise<ImageReadings | undefined>;
}

export type FineTuneEvent =
  /** The network is being fine-tuned, and the share of it that is done; undefined when it ended without `fine-tuned`. */
  | { type: 'fine-tuning'; done: number | undefined }
  /** It came to its end, or it was decided whether the weights stay. */
  | { type: 'fine-tuned'; tuned: FineTuned; weightsVersion: number };
