import type { Drawing } from '../drawing';
import { type Piece, piecesOf } from '../picture/pieces';
import { rasterize } from '../rasterize';
import { PAD_SIDE, type Point, type Stroke } from '../stroke';
import { type Extent, sideBySide } from './side-by-side';

/** More strokes or pieces than a number of six digits has: a picture, or dirt. */
const MOST_PARTS = 24;
/** Ink that counts as a line, of full ink. */
const LINE = 0.5;

/**
 * The digits of a drawing in which several stand side by side, each as if it alone had been drawn, from left to right.
 * Strokes are told apart by where they lie, ink of a picture by what hangs together.
 * @returns the drawing itself where it is one digit, none, or an image that has its place already
 */
export function separateDigits(drawing: Drawing): readonly Drawing[] {
  if (drawing.baseImage) return [drawing];
  return drawing.scannedInk ? ofInk(drawing) : ofStrokes(drawing);
}

function ofStrokes(drawing: Drawing): readonly Drawing[] {
  const drawn = drawing.strokes.filter(({ erases, points }) => !erases && points.length > 0);
  if (drawn.length > MOST_PARTS) return [drawing];
  const extents = drawn.map(({ points }) => extentOf(points));
  const groups = sideBySide(extents, (a, b) => strokeDistance(drawn[a] as Stroke, drawn[b] as Stroke));
  if (groups.length < 2) return [drawing];
  return groups.map((group) => {
    const own = new Set(group.map((i) => drawn[i]));
    // What was rubbed out is so for each of them.
    return { strokes: drawing.strokes.filter((stroke) => stroke.erases || own.has(stroke)) };
  });
}

function ofInk(drawing: Drawing): readonly Drawing[] {
  const ink = rasterize(drawing);
  const mask = Uint8Array.from(ink, (value) => (value >= LINE ? 1 : 0));
  const pieces = piecesOf(mask, PAD_SIDE, PAD_SIDE);
  if (pieces.length > MOST_PARTS) return [drawing];
  // Those that touch are one piece already.
  const groups = sideBySide(pieces, () => Number.POSITIVE_INFINITY);
  if (groups.length < 2) return [drawing];
  return groups.map((group) => ({
    scannedInk: inkOf(
      ink,
      group.map((i) => pieces[i] as Piece),
    ),
    strokes: [],
  }));
}

/** The ink of some pieces, with the grey around them. */
function inkOf(ink: Float32Array, pieces: readonly Piece[]): Float32Array {
  const own = new Float32Array(ink.length);
  for (const { pixels } of pieces) {
    for (const pixel of pixels)
      for (const row of [-PAD_SIDE, 0, PAD_SIDE])
        for (const side of [-1, 0, 1]) own[pixel + row + side] = ink[pixel + row + side] ?? 0;
  }
  return own;
}

function extentOf(points: readonly Point[]): Extent {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Between the ways of two tips; of those that cross, between the points of one and the other, which lie close. */
const strokeDistance = (a: Stroke, b: Stroke): number =>
  Math.min(fromPoints(a.points, b.points), fromPoints(b.points, a.points));

function fromPoints(points: readonly Point[], line: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const point of points) {
    line.forEach((end, i) => {
      least = Math.min(least, fromPiece(point, line[i - 1] ?? end, end));
    });
  }
  return least;
}

/** From a point to a straight line from `start` to `end`. */
function fromPiece(point: Point, start: Point, end: Point): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point.x - start.x) * dx + (point.y - start.y) * dy) / squared;
  const within = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - start.x - within * dx, point.y - start.y - within * dy);
}
