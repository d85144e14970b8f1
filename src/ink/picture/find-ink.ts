import { sideBySide } from '../several/side-by-side';
import { type Contrast, contrastOf } from './contrast';
import type { GreyImage } from './local-mean';
import { digitsOf, type Piece, piecesOf } from './pieces';
import { putOnPad } from './put-on-pad';
import { otsuThreshold } from './threshold';

/** How far ink must stand out from the background to be told from it: less is what paper does by itself. */
const LEAST_CONTRAST = 0.08;
/** The same in standard deviations of the grain. */
const LEAST_OVER_NOISE = 4;
/** The same for what the edge of the picture cuts off: a soft shadow in a corner stands out less. */
const LEAST_CONTRAST_CUT = 0.25;
/** What covers more of a picture than this is not a digit on a background. */
const MOST_SHARE = 0.45;

/**
 * The digit, or a line of them, in a picture, such as a photo of handwriting on paper, dark on light or light on dark.
 * @returns ink on the pad, [280 × 280] row by row, 0 to 1, its longer side 200 pixels, in the middle; undefined where
 * no ink stands out from the background
 */
export function findInk(image: GreyImage): Float32Array | undefined {
  const contrast = contrastOf(image);
  const { values, width, height, noise } = contrast;
  const threshold = Math.max(otsuThreshold(values), LEAST_CONTRAST, LEAST_OVER_NOISE * noise);
  const mask = Uint8Array.from(values, (value) => (value >= threshold ? 1 : 0));
  const inked = mask.reduce((sum, isInk) => sum + isInk, 0);
  if (inked > MOST_SHARE * values.length) return undefined;
  const pieces = digitsOf(piecesOf(mask, width, height), values.length);
  if (pieces.length === 0) return undefined;
  const full = middle(pieces.flatMap(({ pixels }) => pixels.map((pixel) => values[pixel] as number)));
  if (full < LEAST_CONTRAST_CUT && pieces.some(({ isCut }) => isCut)) return undefined;
  const ink = inkOf(contrast, pieces, { none: threshold / 2, full });
  return putOnPad({ width, height, values: ink }, boxOf(pieces), digitSide(pieces));
}

/** Longer side of the largest digit, pixels. */
function digitSide(pieces: readonly Piece[]): number {
  const digits = sideBySide(pieces, () => Number.POSITIVE_INFINITY);
  const boxes = digits.map((digit) => boxOf(digit.map((i) => pieces[i] as Piece)));
  return Math.max(...boxes.map(({ width, height }) => Math.max(width, height)));
}

/** Black but for the pieces, whose lines are full and whose edges are grey. */
function inkOf(
  { values, width }: Contrast,
  pieces: readonly Piece[],
  { none, full }: { none: number; full: number },
): Float32Array {
  const ink = new Float32Array(values.length);
  const show = (pixel: number) => {
    const share = ((values[pixel] ?? 0) - none) / (full - none);
    if (pixel >= 0 && pixel < ink.length) ink[pixel] = Math.min(1, Math.max(0, share));
  };
  // A pixel around each too: there the line fades out.
  for (const { pixels } of pieces) {
    for (const pixel of pixels)
      for (const row of [-width, 0, width]) for (const side of [-1, 0, 1]) show(pixel + row + side);
  }
  return ink;
}

/** The median. */
const middle = (values: readonly number[]): number =>
  Float32Array.from(values).sort()[Math.floor(values.length / 2)] ?? 1;

function boxOf(pieces: readonly Piece[]) {
  const left = Math.min(...pieces.map((piece) => piece.left));
  const top = Math.min(...pieces.map((piece) => piece.top));
  const right = Math.max(...pieces.map((piece) => piece.right));
  const bottom = Math.max(...pieces.map((piece) => piece.bottom));
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}
