/** Where the pictures of a row of items lie; lengths in CSS pixels but for `side`. */
export interface RowOfPictures {
  /** Values of a picture from edge to edge. */
  readonly side: number;
  /** Of a picture on the page. */
  readonly size: number;
  /** Of the row. */
  readonly width: number;
  readonly columns: number;
  /** Behind each item, within its column. */
  readonly gap: number;
}

/** Of a canvas over the whole row, one of its pixels a value; a part of one may be beyond the row's end. */
export const canvasWidth = ({ side, size, width }: RowOfPictures): number =>
  Math.max(1, Math.ceil((width * side) / size));

/** How far from the left a column's picture begins, in pixels of the canvas: in the middle of its item, or nearly so. */
export function leftOf({ side, size, width, columns, gap }: RowOfPictures, column: number): number {
  const middle = ((column + 0.5) * width) / columns - gap / 2;
  return Math.round(((middle - size / 2) * side) / size);
}

const OPAQUE = 0xff000000;

/**
 * Lays a grey picture into a row, whose other pixels stay as they are.
 * @param pixels - [side, canvasWidth], a number a pixel, as putImageData's bytes read where the lowest byte is first:
 * everywhere that browsers run
 * @param values - [side × side] row by row, 0 black to 1 white
 */
export function layPicture(
  pixels: Uint32Array,
  { side }: Pick<RowOfPictures, 'side'>,
  left: number,
  values: Float32Array,
): void {
  const width = pixels.length / side;
  for (let y = 0; y < side; y++) {
    const from = y * side;
    const to = y * width + left;
    for (let x = 0; x < side; x++) {
      const grey = Math.round((values[from + x] as number) * 255);
      pixels[to + x] = OPAQUE | (grey << 16) | (grey << 8) | grey;
    }
  }
}
