import type { Orientation } from './choices.ts';

/** Whether height and width change places. */
export const swapsSides = (orientation: Orientation): boolean => /^(transposed|quarter)/.test(orientation);

/**
 * Sets an image upright that lies in some other way.
 * @param pixels - [height, width] row by row
 * @param into - [height, width], or [width, height] where these change places
 */
export function turnUpright(
  pixels: Float32Array,
  height: number,
  width: number,
  orientation: Orientation,
  into: Float32Array,
): void {
  const [rows, columns] = swapsSides(orientation) ? [width, height] : [height, width];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [down, right] = [rows - 1 - row, columns - 1 - column];
      into[row * columns + column] = pixels[
        positionOf(orientation, width, { row, column, down, right })
      ] as number;
    }
  }
}

interface Place {
  readonly row: number;
  readonly column: number;
  /** The same from the other side. */
  readonly down: number;
  readonly right: number;
}

/** Where the pixel of a place lies in the file. */
function positionOf(orientation: Orientation, width: number, { row, column, down, right }: Place): number {
  switch (orientation) {
    case 'upright':
      return row * width + column;
    case 'transposed':
      return column * width + row;
    case 'quarter-left':
      // It lies turned to the left: its top is at the left edge.
      return right * width + row;
    case 'quarter-right':
      return column * width + down;
    case 'upside-down':
      return down * width + right;
    case 'mirrored':
      return row * width + right;
    case 'flipped':
      return down * width + column;
    case 'transposed-upside-down':
      return right * width + down;
    default:
      return orientation satisfies never;
  }
}
