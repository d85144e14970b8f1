import { INPUT_SIDE } from '../../model/network';

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
      to[i] = between(from, x, y);
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

function between(from: Uint8Array, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < -1 || top < -1 || left >= INPUT_SIDE || top >= INPUT_SIDE) return 0;
  const towardsRight = x - left;
  const towardsBottom = y - top;
  const at = top * INPUT_SIDE + left;
  const hasLeft = left >= 0;
  const hasRight = left < INPUT_SIDE - 1;
  let upper = 0;
  let lower = 0;
  if (top >= 0) {
    if (hasLeft) upper += (1 - towardsRight) * (from[at] as number);
    if (hasRight) upper += towardsRight * (from[at + 1] as number);
  }
  if (top < INPUT_SIDE - 1) {
    if (hasLeft) lower += (1 - towardsRight) * (from[at + INPUT_SIDE] as number);
    if (hasRight) lower += towardsRight * (from[at + INPUT_SIDE + 1] as number);
  }
  return (1 - towardsBottom) * upper + towardsBottom * lower + 0.5;
}
