import type { Stroke } from './stroke';

/** What is on the pad: perhaps an image beneath, and what was drawn over it, oldest first. */
export interface Drawing {
  /** A finished image, [784], 0 to 1: fills the pad, ten times as large. */
  readonly baseImage?: Float32Array;
  /** Ink found in a picture, [280 × 280] row by row, 0 to 1: it is placed as strokes are. */
  readonly scannedInk?: Float32Array;
  /** Where that is not all of the picture that is as large as a digit. */
  readonly leavesOut?: boolean;
  readonly strokes: readonly Stroke[];
}

export const EMPTY_DRAWING: Drawing = { strokes: [] };

export const isEmpty = ({ baseImage, scannedInk, strokes }: Drawing): boolean =>
  !baseImage && !scannedInk && strokes.length === 0;
