import type { Box } from '../bounding-box';
import { type Extent, jointOf, sideBySide } from '../several/side-by-side';
import { closeUp } from './close-up';
import { type Contrast, contrastOf } from './contrast';
import { lineOfDigits } from './line-of-digits';
import type { GreyImage } from './local-mean';
import { type Piece, piecesOf } from './pieces';
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

export interface FoundInk {
  /** On the pad, [280 × 280] row by row, 0 to 1, in the middle; digits that stand far apart are moved together. */
  readonly ink: Float32Array;
  /** There is more in the picture that is as large as a digit. */
  readonly leavesOut: boolean;
}

/**
 * The digit, or a line of them, in a picture, such as a photo of handwriting on paper, dark on light or light on dark.
 * @returns undefined where no ink stands out from the background
 */
export function findInk(image: GreyImage): FoundInk | undefined {
  const contrast = contrastOf(image);
  const { values, width, height, noise } = contrast;
  const threshold = Math.max(otsuThreshold(values), LEAST_CONTRAST, LEAST_OVER_NOISE * noise);
  const mask = Uint8Array.from(values, (value) => (value >= threshold ? 1 : 0));
  const inked = mask.reduce((sum, isInk) => sum + isInk, 0);
  if (inked > MOST_SHARE * values.length) return undefined;
  const { pieces, leavesOut } = lineOfDigits(piecesOf(mask, width, height), values.length);
  if (pieces.length === 0) return undefined;
  const full = middle(pieces.flatMap(({ pixels }) => pixels.map((pixel) => values[pixel] as number)));
  if (full < LEAST_CONTRAST_CUT && pieces.some(({ isCut }) => isCut)) return undefined;
  const digits = placed(pieces);
  const ink = inkOf(contrast, digits, { none: threshold / 2, full });
  const boxes = digits.map(({ extent }) => boxOf([extent]));
  const pad = putOnPad({ width, height, values: ink }, boxOf(digits.map(({ extent }) => extent)), boxes);
  return { ink: pad, leavesOut };
}

interface PlacedDigit {
  readonly pieces: readonly Piece[];
  /** Pixels that it moves to the left. */
  readonly shift: number;
  /** Where it lies then. */
  readonly extent: Extent;
}

/** The digits of a line, moved together. */
function placed(pieces: readonly Piece[]): PlacedDigit[] {
  const digits = sideBySide(pieces, () => Number.POSITIVE_INFINITY);
  const extents = digits.map((digit) => jointOf(pieces, digit));
  const shifts = closeUp(extents);
  return digits.map((digit, i) => {
    const [extent, shift] = [extents[i] as Extent, shifts[i] as number];
    return {
      pieces: digit.map((piece) => pieces[piece] as Piece),
      shift,
      extent: { ...extent, left: extent.left - shift, right: extent.right - shift },
    };
  });
}

/** Black but for the pieces, whose lines are full and whose edges are grey. */
function inkOf(
  { values, width }: Contrast,
  digits: readonly PlacedDigit[],
  { none, full }: { none: number; full: number },
): Float32Array {
  const ink = new Float32Array(values.length);
  const show = (pixel: number, shift: number) => {
    const share = Math.min(1, Math.max(0, ((values[pixel] ?? 0) - none) / (full - none)));
    const place = pixel - shift;
    // What was moved beside another fades out without wiping that one away.
    if (place >= 0 && place < ink.length) ink[place] = Math.max(share, ink[place] as number);
  };
  // A pixel around each too: there the line fades out.
  for (const { pieces, shift } of digits) {
    for (const pixel of pieces.flatMap(({ pixels }) => pixels))
      for (const row of [-width, 0, width]) for (const side of [-1, 0, 1]) show(pixel + row + side, shift);
  }
  return ink;
}

/** The median. */
const middle = (values: readonly number[]): number =>
  Float32Array.from(values).sort()[Math.floor(values.length / 2)] ?? 1;

function boxOf(extents: readonly Extent[]): Box {
  const { left, top, right, bottom } = jointOf(extents, [...extents.keys()]);
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}
