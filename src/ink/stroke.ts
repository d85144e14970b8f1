/** Side of the drawing canvas in CSS pixels: the coordinates of all ink, whatever the screen's pixel ratio. */
export const PAD_SIDE = 280;

/**
 * Width of the pen, CSS pixels of the 280×280 canvas: what makes drawings as bold as MNIST's. Its training digits
 * have 103 pixels' worth of ink on average (mean of the classes), and 39 % of their inked pixels are full (250 of 255
 * or more). People's digits drawn 200 pixels high, normalised, come to 79 and 26 % with a pen of 20, to 91 and 34 %
 * with 24, to 102 and 39 % with 28; drawn 120 pixels high, to 115 and 45 % already with 20. 24 lies between.
 */
export const PEN_WIDTH = 24;

export interface Point {
  /** CSS pixels from the left and the top edge of the canvas; may lie outside of it. */
  readonly x: number;
  readonly y: number;
  /** Width of the line here, as a share of the stroke's; 1 where it is not given. A pen that is pressed gives it. */
  readonly weight?: number;
}

/** One pen-down to pen-up line; a single point is a dot. */
export interface Stroke {
  readonly points: readonly Point[];
  /** CSS pixels */
  readonly width: number;
  /** Takes ink away instead of adding it. */
  readonly erases?: boolean;
}
