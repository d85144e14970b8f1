import { INPUT_SIDE } from '../../model/input';

/** Where a picture is turned and scaled about: MNIST's centre of mass, in pixel indices (ink/center.ts). */
const CENTER = 14;

/** How a digit is moved, about its centre. */
export interface Affine {
  /** Pixels to the right and down. */
  readonly shiftX: number;
  readonly shiftY: number;
  /** Radians, clockwise. */
  readonly rotation: number;
  /** 1 leaves the size. */
  readonly scaleX: number;
  readonly scaleY: number;
  /** Tangent of the angle by which upright lines lean to the right. */
  readonly shear: number;
}

/** Where each pixel comes from: offsets to what the affine map says, [28, 28] each. */
export interface Displacement {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Moves a picture: each pixel is read, between four others (bilinear), where the inverse of the map says that it was.
 * @param from - [784], 0 to 255; what lies outside is 0
 * @param to - gets [784]
 */
export function warpImage(
  from: Uint8Array,
  to: Uint8Array,
  affine: Affine,
  displacement: Displacement | undefined,
): void {
  putInEdge(from);
  const [xx, xy, yx, yy] = inverse(affine);
  for (let row = 0, i = 0; row < INPUT_SIDE; row++) {
    const down = row - CENTER - affine.shiftY;
    for (let column = 0; column < INPUT_SIDE; column++, i++) {
      const right = column - CENTER - affine.shiftX;
      let x = CENTER + xx * right + xy * down;
      let y = CENTER + yx * right + yy * down;
      if (displacement) {
        x += displacement.x[i] as number;
        y += displacement.y[i] as number;
      }
      to[i] = between(x, y);
    }
  }
}

/** Of rotation · shear · scale, row by row. */
function inverse({ rotation, scaleX, scaleY, shear }: Affine): readonly [number, number, number, number] {
  const cos = Math.cos(rotation);
  const sin = Math.sin(rotation);
  // The lean is to the right where y points down: x grows as y shrinks.
  const a = cos * scaleX;
  const b = (-cos * shear - sin) * scaleY;
  const c = sin * scaleX;
  const d = (-sin * shear + cos) * scaleY;
  const determinant = a * d - b * c;
  return [d / determinant, -b / determinant, -c / determinant, a / determinant];
}

/** The picture inside of an edge of zeros, so that the four pixels around any place in reach are there. */
const EDGED_SIDE = INPUT_SIDE + 2;
const edged = new Uint8Array(EDGED_SIDE * EDGED_SIDE);

function putInEdge(from: Uint8Array): void {
  for (let row = 0; row < INPUT_SIDE; row++) {
    const line = from.subarray(row * INPUT_SIDE, (row + 1) * INPUT_SIDE);
    edged.set(line, (row + 1) * EDGED_SIDE + 1);
  }
}

/** @returns half a grey more than the value, so that it is rounded where it is cut to a whole number */
function between(x: number, y: number): number {
  if (!(x > -1 && y > -1 && x < INPUT_SIDE && y < INPUT_SIDE)) return 0;
  // Both are above −1 here, and so cut downwards.
  const left = (x + 1) | 0;
  const top = (y + 1) | 0;
  const towardsRight = x + 1 - left;
  const towardsBottom = y + 1 - top;
  const at = top * EDGED_SIDE + left;
  const a = edged[at] as number;
  const b = edged[at + 1] as number;
  const c = edged[at + EDGED_SIDE] as number;
  const d = edged[at + EDGED_SIDE + 1] as number;
  const upper = a + towardsRight * (b - a);
  const lower = c + towardsRight * (d - c);
  return upper + towardsBottom * (lower - upper) + 0.5;
}
