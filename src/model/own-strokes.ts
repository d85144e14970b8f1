import type { PenStroke } from './own-digit';

type PenPoint = PenStroke['points'][number];

/** What strokes of an own digit may be at most, in a file. */
export const STROKE_LIMITS = {
  strokes: 200,
  /** Of one stroke. */
  points: 5_000,
  /** Pixels that a line may reach beyond the pad. */
  far: 10_000,
  /** Characters of all of them: with these, as many digits as are kept come to a file that is read again. */
  text: 13_500,
} as const;

/** Pixels of the pad by which a line may be another when points are left out; twice as many each time it is too long. */
const TOLERANCE = { least: 0.25, most: 8 } as const;
/** Points between two that stay: what a search through them costs is in proportion to their number. */
const WINDOW = 64;

/**
 * The strokes as they are written, points to a hundredth of a pixel. A pressure pen gives hundreds of points a second:
 * where a file of many such digits would grow too large to be read, those are left out that hardly change the line.
 * @returns none where there are too many strokes for that, as in a scribble: the image alone is kept then
 */
export function fittingStrokes(strokes: readonly PenStroke[]): readonly PenStroke[] {
  if (strokes.length > STROKE_LIMITS.strokes) return [];
  let fitting = strokes.map(rounded);
  for (let tolerance = TOLERANCE.least; !fits(fitting); tolerance *= 2) {
    if (tolerance > TOLERANCE.most) return [];
    fitting = fitting.map((stroke) => ({ ...stroke, points: thinned(stroke, tolerance) }));
  }
  return fitting;
}

const fits = (strokes: readonly PenStroke[]): boolean =>
  strokes.every(({ points }) => points.length <= STROKE_LIMITS.points) &&
  JSON.stringify(strokes).length <= STROKE_LIMITS.text;

/** With the fields of the format alone, whatever else a stroke carries. */
const rounded = ({ points, width, erases }: PenStroke): PenStroke => ({
  points: points.map(({ x, y, weight }) => ({
    x: hundredths(within(x)),
    y: hundredths(within(y)),
    ...(weight !== undefined && { weight: hundredths(weight) }),
  })),
  width,
  ...(erases && { erases }),
});

const hundredths = (value: number): number => Math.round(100 * value) / 100;
const within = (value: number): number => Math.min(STROKE_LIMITS.far, Math.max(-STROKE_LIMITS.far, value));

/** From each point that stays to the farthest one, up to which all between lie along the line. */
function thinned({ points, width }: PenStroke, tolerance: number): readonly PenPoint[] {
  const kept = points.slice(0, 1);
  for (let from = 0; from < points.length - 1; ) {
    let to = from + 1;
    while (
      to + 1 < points.length &&
      to + 1 - from <= WINDOW &&
      isStraight(points, from, to + 1, width, tolerance)
    ) {
      to++;
    }
    kept.push(points[to] as PenPoint);
    from = to;
  }
  return kept;
}

function isStraight(
  points: readonly PenPoint[],
  from: number,
  to: number,
  width: number,
  tolerance: number,
): boolean {
  const [a, b] = [points[from] as PenPoint, points[to] as PenPoint];
  for (let i = from + 1; i < to; i++)
    if (change(points[i] as PenPoint, a, b, width) > tolerance) return false;
  return true;
}

/** By how many pixels the edge of the line moves at a point that is left out between two others. */
function change({ x, y, weight = 1 }: PenPoint, a: PenPoint, b: PenPoint, width: number): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / squared));
  const [start = 1, end = 1] = [a.weight, b.weight];
  const pressed = weight - (start + along * (end - start));
  return Math.hypot(x - a.x - along * dx, y - a.y - along * dy) + (Math.abs(pressed) * width) / 2;
}
