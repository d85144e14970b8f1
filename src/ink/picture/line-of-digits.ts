import type { Piece } from './pieces';

interface LineOfDigits {
  /** Of its digits, in no order. */
  readonly pieces: readonly Piece[];
  /** There is more as large as a digit: in another line, far away, or cut off by the edge of the picture. */
  readonly leavesOut: boolean;
}

/** A piece that a digit could be, as a share of the picture: smaller ones are dirt. */
const LEAST_SHARE = 5e-4;
/** Of the largest piece: what is smaller is a speck. */
const LEAST_OF_MAIN = 0.06;
/** From the digit, as a share of the largest piece's longer side: what is farther away is something else. */
const FARTHEST = 0.35;
/** Of two digits of a number the lower one has this share of the other's height at least. */
const LEAST_HEIGHT = 0.45;
/** Wider than this share of the largest piece's longer side is no digit nor a bar of one, but a line or a shadow. */
const MOST_WIDTH = 1.5;
/** So many times as wide as high is a ruled line, whatever its ink. */
const FLAT = 5;
/** As much of the lower one's height lies beside the other. */
const LEAST_BESIDE = 0.5;
/** From the digit before, in heights of the largest piece: what boxes of a form leave between digits. */
const NEXT_DIGIT = 2.5;

/**
 * The pieces of one digit, or of several in a line: the largest that is whole (shadows and the paper's edge reach the
 * edge of the picture), what is about as high and stands beside it or beside the next, and what lies close to these and
 * is no speck, such as the bar of a 5. No pieces where none is large enough.
 * @param pictureSize - pixels
 */
export function lineOfDigits(pieces: readonly Piece[], pictureSize: number): LineOfDigits {
  const large = pieces.filter(({ pixels }) => pixels.length >= LEAST_SHARE * pictureSize);
  const whole = large.filter(({ isCut }) => !isCut);
  const candidates = whole.length > 0 ? whole : large;
  const [main] = [...candidates].sort(
    (a, b) => Number(isFlat(a)) - Number(isFlat(b)) || b.pixels.length - a.pixels.length,
  );
  if (!main) return { pieces: [], leavesOut: false };
  const parts = large.filter((piece) => piece === main || isPart(piece, main));
  const digits = parts.filter((piece) => piece === main || isAsHigh(piece, main));
  const line = [main];
  const others = new Set(digits.filter((piece) => piece !== main && candidates.includes(piece)));
  // A list that grows is walked to its new end.
  for (const digit of line) {
    for (const piece of others) {
      if (!areBeside(piece, digit) || gap(piece, digit) > NEXT_DIGIT * heightOf(main)) continue;
      line.push(piece);
      others.delete(piece);
    }
  }
  const side = Math.max(main.right - main.left, heightOf(main));
  const taken = parts.filter(
    (piece) =>
      candidates.includes(piece) &&
      (line.includes(piece) || line.some((digit) => gap(piece, digit) <= FARTHEST * side)),
  );
  return { pieces: taken, leavesOut: digits.some((digit) => !taken.includes(digit)) };
}

const isFlat = (piece: Piece): boolean => piece.right - piece.left > FLAT * heightOf(piece);

/** No speck, line or shadow. */
const isPart = (piece: Piece, main: Piece): boolean =>
  piece.pixels.length >= LEAST_OF_MAIN * main.pixels.length &&
  piece.right - piece.left <= MOST_WIDTH * Math.max(heightOf(main), main.right - main.left);

function isAsHigh(piece: Piece, main: Piece): boolean {
  const [lower, higher] = [heightOf(piece), heightOf(main)].sort((a, b) => a - b) as [number, number];
  return lower >= LEAST_HEIGHT * higher;
}

function areBeside(a: Piece, b: Piece): boolean {
  const common = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return common >= LEAST_BESIDE * Math.min(heightOf(a), heightOf(b));
}

const heightOf = ({ top, bottom }: Piece): number => bottom - top;

/** Between their boxes, along the axis on which they are farther apart. */
const gap = (a: Piece, b: Piece): number =>
  Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
