/** Red, green, blue and opacity a pixel, 0 to 255, row by row: as `ImageData` holds them, colours not multiplied. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/**
 * Lays a mark over a picture, its middle on the pixel nearest to a place; what falls beyond the edge is left out.
 * Porter & Duff (1984), 'over'.
 * @param x - pixels from the left edge of the picture
 * @param y - pixels from its upper edge
 * @param opacity - of the whole mark, 0 to 1
 */
export function stamp(picture: Pixels, mark: Pixels, x: number, y: number, opacity: number): void {
  const left = Math.round(x - mark.width / 2);
  const top = Math.round(y - mark.height / 2);
  const firstRow = Math.max(0, -top);
  const lastRow = Math.min(mark.height, picture.height - top);
  const firstColumn = Math.max(0, -left);
  const lastColumn = Math.min(mark.width, picture.width - left);
  for (let row = firstRow; row < lastRow; row++) {
    for (let column = firstColumn; column < lastColumn; column++) {
      const from = 4 * (row * mark.width + column);
      if (mark.data[from + 3] === 0) continue;
      const to = 4 * ((top + row) * picture.width + left + column);
      layOver(picture.data, to, mark.data, from, opacity);
    }
  }
}

function layOver(
  below: Uint8ClampedArray,
  to: number,
  above: Uint8ClampedArray,
  from: number,
  opacity: number,
): void {
  const own = (opacity * (above[from + 3] as number)) / 255;
  if (below[to + 3] === 0) {
    // Most of a picture: nothing to mix with.
    for (let channel = 0; channel < 3; channel++) below[to + channel] = above[from + channel] as number;
    below[to + 3] = 255 * own;
    return;
  }
  const rest = (1 - own) * ((below[to + 3] as number) / 255);
  const all = own + rest;
  if (all === 0) return;
  for (let channel = 0; channel < 3; channel++) {
    below[to + channel] =
      (own * (above[from + channel] as number) + rest * (below[to + channel] as number)) / all;
  }
  below[to + 3] = 255 * all;
}
