/** Points as they lie on the plot, in CSS pixels from its upper left corner. */
export interface PlotPoints {
  /** [n, 2] row by row */
  readonly at: Float32Array;
}

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** Room around the points for marks at the edge, pixels. */
const MARGIN = 14;

/** Share of the points on either side that a closer look leaves out: a group is looked at, not what strayed from it. */
const STRAYED = 0.03;

/**
 * Fits points into a plot; a step is as long across as upwards, so that distances can be compared.
 * @param points - [n, 2], second coordinate upwards; those that are not finite stay where nothing is drawn
 * @param isCloser - fits the group of these points instead of all
 */
export function plotPoints(
  points: Float32Array,
  { width, height }: PlotSize,
  isCloser?: (index: number) => boolean,
): PlotPoints {
  const [left, right] = isCloser ? groupRange(points, 0, isCloser) : range(points, 0);
  const [bottom, top] = isCloser ? groupRange(points, 1, isCloser) : range(points, 1);
  const scale = Math.min(
    (width - 2 * MARGIN) / (right - left || 1),
    (height - 2 * MARGIN) / (top - bottom || 1),
  );
  const at = points.map((value, i) =>
    i % 2 === 0
      ? width / 2 + scale * (value - (left + right) / 2)
      : height / 2 - scale * (value - (bottom + top) / 2),
  );
  return { at };
}

/** All points are one: there is nothing to tell the images apart by. @param points - [n, 2]; one alone is no reason */
export const areEqual = (points: Float32Array): boolean =>
  points.length > 2 && points.every((value, i) => value === points[i % 2]);

function range(points: Float32Array, axis: 0 | 1): [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = axis; i < points.length; i += 2) {
    const value = points[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least <= most ? [least, most] : [0, 0];
}

function groupRange(
  points: Float32Array,
  axis: 0 | 1,
  isInGroup: (index: number) => boolean,
): [number, number] {
  const sorted = points.filter((_, i) => i % 2 === axis && isInGroup((i - axis) / 2)).sort();
  const strayed = Math.floor(STRAYED * sorted.length);
  return [sorted[strayed] ?? 0, sorted[sorted.length - 1 - strayed] ?? 0];
}

/** A closer look leaves points outside the plot. */
export function isInSight({ at }: PlotPoints, index: number, { width, height }: PlotSize): boolean {
  const [x, y] = [at[2 * index] as number, at[2 * index + 1] as number];
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

/**
 * The point nearest to a place on the plot.
 * @param reach - pixels
 * @param isOffered - points that others hide or that are dimmed can be left out
 */
export function pointAt(
  { at }: PlotPoints,
  x: number,
  y: number,
  reach: number,
  isOffered: (index: number) => boolean,
): number | undefined {
  let nearest: number | undefined;
  let least = reach;
  for (let i = 0; 2 * i < at.length; i++) {
    const distance = Math.hypot((at[2 * i] as number) - x, (at[2 * i + 1] as number) - y);
    if (distance > least || !isOffered(i)) continue;
    least = distance;
    nearest = i;
  }
  return nearest;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const STEPS: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};
/** What lies to the side counts this much farther: a walk to the right should not climb. */
const SIDEWAYS = 2;

/**
 * The next point in a direction: near, and within 45° of it.
 * @returns undefined at the edge
 */
export function pointTowards(
  { at }: PlotPoints,
  from: number,
  direction: Direction,
  isOffered: (index: number) => boolean,
): number | undefined {
  const [stepX, stepY] = STEPS[direction];
  let nearest: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; 2 * i < at.length; i++) {
    const x = (at[2 * i] as number) - (at[2 * from] as number);
    const y = (at[2 * i + 1] as number) - (at[2 * from + 1] as number);
    const forward = x * stepX + y * stepY;
    const aside = Math.abs(x * stepY) + Math.abs(y * stepX);
    const distance = forward + SIDEWAYS * aside;
    if (forward <= 0 || aside > forward || distance >= least || !isOffered(i)) continue;
    least = distance;
    nearest = i;
  }
  return nearest;
}
