/** Pixels that hang together, by sides or corners. */
export interface Piece {
  /** Places in the picture. */
  readonly pixels: readonly number[];
  readonly left: number;
  readonly top: number;
  /** The last column and row of it. */
  readonly right: number;
  readonly bottom: number;
  /** It reaches the edge of the picture. */
  readonly isCut: boolean;
}

/** @param mask - [height × width], 1 where there is ink */
export function piecesOf(mask: Uint8Array, width: number, height: number): Piece[] {
  const left = mask.slice();
  const pieces: Piece[] = [];
  for (let start = 0; start < left.length; start++) {
    if (left[start]) pieces.push(takePiece(left, width, height, start));
  }
  return pieces;
}

/** Removes the piece from `mask`. */
function takePiece(mask: Uint8Array, width: number, height: number, start: number): Piece {
  const pixels = [start];
  mask[start] = 0;
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let next = 0; next < pixels.length; next++) {
    const pixel = pixels[next] as number;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        const neighbour = row * width + column;
        if (!mask[neighbour]) continue;
        mask[neighbour] = 0;
        pixels.push(neighbour);
      }
    }
  }
  const isCut = left === 0 || top === 0 || right === width - 1 || bottom === height - 1;
  return { pixels, left, top, right, bottom, isCut };
}

/** A piece that a digit could be, as a share of the picture: smaller ones are dirt. */
const LEAST_SHARE = 5e-4;
/** Of the largest piece: what is smaller is a speck. */
const LEAST_OF_MAIN = 0.06;
/** From the digit, as a share of the largest piece's longer side: what is farther away is something else. */
const FARTHEST = 0.35;
/** As high as this share of the largest piece, and as much beside it, is another digit of a number. */
const DIGIT_HEIGHT = 0.6;
/** From the digit before, as a share of the largest piece's longer side: people leave no more room in a number. */
const NEXT_DIGIT = 0.8;

/**
 * The pieces of one digit, or of several in a line: the largest that is whole (shadows and the paper's edge reach the
 * edge of the picture), and what lies close to it and is no speck, such as the bar of a 5. What is close and as high is
 * the next digit, which others may lie close to. Empty where nothing is large enough.
 */
export function digitsOf(pieces: readonly Piece[], pictureSize: number): Piece[] {
  const large = pieces.filter(({ pixels }) => pixels.length >= LEAST_SHARE * pictureSize);
  const whole = large.filter(({ isCut }) => !isCut);
  const candidates = whole.length > 0 ? whole : large;
  const [main] = [...candidates].sort((a, b) => b.pixels.length - a.pixels.length);
  if (!main) return [];
  const side = Math.max(main.right - main.left, main.bottom - main.top);
  const line = [main];
  const others = new Set(candidates.filter((piece) => piece !== main && isBeside(piece, main)));
  // A list that grows is walked to its new end.
  for (const digit of line) {
    for (const piece of others) {
      if (gap(piece, digit) > NEXT_DIGIT * side) continue;
      line.push(piece);
      others.delete(piece);
    }
  }
  return candidates.filter(
    (piece) =>
      line.includes(piece) ||
      (piece.pixels.length >= LEAST_OF_MAIN * main.pixels.length &&
        line.some((digit) => gap(piece, digit) <= FARTHEST * side)),
  );
}

/** As high as the largest piece, about, and in one line with it. */
function isBeside(piece: Piece, main: Piece): boolean {
  const common = Math.min(piece.bottom, main.bottom) - Math.max(piece.top, main.top);
  const higher = Math.max(piece.bottom - piece.top, main.bottom - main.top);
  return common >= DIGIT_HEIGHT * higher;
}

/** Between their boxes, along the axis on which they are farther apart. */
const gap = (a: Piece, b: Piece): number =>
  Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
