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
