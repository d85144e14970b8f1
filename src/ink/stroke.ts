/** Side of the drawing canvas in CSS pixels: the coordinates of all ink, whatever the screen's pixel ratio. */
export const PAD_SIDE = 280;

/** Width of the pen, CSS pixels of the 280×280 canvas. */
export const PEN_WIDTH = 20;

export interface Point {
  /** CSS pixels from the left and the top edge of the canvas; may lie outside of it. */
  readonly x: number;
  readonly y: number;
}

/** One pen-down to pen-up line; a single point is a dot. */
export interface Stroke {
  readonly points: readonly Point[];
  /** CSS pixels */
  readonly width: number;
}
