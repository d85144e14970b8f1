import type { Stroke } from './stroke';

/** What is on the pad: perhaps a finished image beneath, and what was drawn over it, oldest first. */
export interface Drawing {
  /** [784], 0 to 1: fills the pad, ten times as large. */
  readonly print?: Float32Array;
  readonly strokes: readonly Stroke[];
}

export const EMPTY_DRAWING: Drawing = { strokes: [] };

export const isEmpty = ({ print, strokes }: Drawing): boolean => !print && strokes.length === 0;
