import type { Lines } from './lines';
import type { Knot, Point, Stroke } from './stroke';

/** Longest piece of a flattened curve, in heights of the digit: 1.5 of MNIST's pixels. */
const PIECE = 0.075;

/**
 * Adds a stroke as a chain of straight pieces. Between corners it follows a Catmull–Rom spline with centripetal
 * parameters, which has no loops of its own however unevenly the knots are spaced (Yuksel, Schaefer, Keyser,
 * "Parameterization and applications of Catmull–Rom curves", CAD 2011).
 */
export function addStroke(lines: Lines, stroke: Stroke): void {
  const first = stroke[0] as Knot;
  lines.begin();
  lines.add(first.x, first.y);
  let leaving = tangentAt(stroke, 0);
  for (let i = 1; i < stroke.length; i++) {
    const arriving = tangentAt(stroke, i);
    addSpan(lines, stroke[i - 1] as Knot, leaving, stroke[i] as Knot, arriving);
    leaving = arriving;
  }
}

/**
 * Velocity at a knot, where the time between two knots is the root of their distance: that of the parabola through
 * the knot and its neighbours. Undefined at an end or a corner, where each side goes its own way.
 */
function tangentAt(stroke: Stroke, i: number): Point | undefined {
  const knot = stroke[i] as Knot;
  const before = stroke[i - 1];
  const after = stroke[i + 1];
  if (knot.sharp || !before || !after) return undefined;
  const last = timeBetween(before, knot);
  const next = timeBetween(knot, after);
  if (last === 0 || next === 0) return undefined;
  const shareOfLast = next / last / (last + next);
  const shareOfNext = last / next / (last + next);
  return {
    x: (knot.x - before.x) * shareOfLast + (after.x - knot.x) * shareOfNext,
    y: (knot.y - before.y) * shareOfLast + (after.y - knot.y) * shareOfNext,
  };
}

const timeBetween = (a: Point, b: Point): number => Math.sqrt(distance(a, b));

const distance = (a: Point, b: Point): number => Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2);

/** One span as a cubic Hermite curve, without its start. */
function addSpan(
  lines: Lines,
  start: Point,
  leaving: Point | undefined,
  end: Point,
  arriving: Point | undefined,
): void {
  const length = distance(start, end);
  const time = Math.sqrt(length);
  const straightX = end.x - start.x;
  const straightY = end.y - start.y;
  const leaveX = leaving ? leaving.x * time : straightX;
  const leaveY = leaving ? leaving.y * time : straightY;
  const arriveX = arriving ? arriving.x * time : straightX;
  const arriveY = arriving ? arriving.y * time : straightY;
  const pieces = Math.max(1, Math.ceil(length / PIECE));
  for (let piece = 1; piece <= pieces; piece++) {
    const t = piece / pieces;
    lines.add(hermite(t, start.x, leaveX, end.x, arriveX), hermite(t, start.y, leaveY, end.y, arriveY));
  }
}

function hermite(t: number, start: number, leave: number, end: number, arrive: number): number {
  const u = 1 - t;
  return u * u * (start * (1 + 2 * t) + leave * t) + t * t * (end * (3 - 2 * t) - arrive * u);
}
