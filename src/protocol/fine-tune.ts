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
