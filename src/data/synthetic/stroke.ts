/**
 * The strokes of a digit are written in a box of height 1: x to the right, y down, the digit's top at 0 and its foot
 * at 1. How wide it is, is the digit's own affair; where it lies in the end does not matter, as it is fitted later.
 */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point that the pen goes through: smoothly, or with a sharp turn. */
export interface Knot extends Point {
  readonly sharp: boolean;
}

/** From pen-down to pen-up; at least two knots. */
export type Stroke = readonly Knot[];

export const knot = (x: number, y: number): Knot => ({ x, y, sharp: false });

export const corner = (x: number, y: number): Knot => ({ x, y, sharp: true });

/** Degrees between two knots of an arc: near enough for a spline to be round. */
const ARC_STEP = 45;

export interface Arc {
  /** Middle of the ellipse. */
  readonly x: number;
  readonly y: number;
  /** Half of its width and height. */
  readonly rx: number;
  readonly ry: number;
  /** Degrees: 0 right, 90 down, 180 left, 270 up. */
  readonly from: number;
  /** Degrees; positive clockwise as seen, negative counter-clockwise. */
  readonly sweep: number;
  /** The ellipse shrinks or grows to this share of its size on the way; 1 by default. */
  readonly spiral?: number;
  /** Degrees by which the whole ellipse is turned, clockwise as seen; 0 by default. */
  readonly tilt?: number;
}

/** Part of an ellipse, or of a spiral, as knots. */
export function arc({ x, y, rx, ry, from, sweep, spiral = 1, tilt = 0 }: Arc): Knot[] {
  const cos = Math.cos(radians(tilt));
  const sin = Math.sin(radians(tilt));
  const steps = Math.max(2, Math.ceil(Math.abs(sweep) / ARC_STEP));
  const knots: Knot[] = [];
  for (let i = 0; i <= steps; i++) {
    const angle = radians(from + (sweep * i) / steps);
    const size = 1 + ((spiral - 1) * i) / steps;
    const u = rx * size * Math.cos(angle);
    const v = ry * size * Math.sin(angle);
    knots.push(knot(x + u * cos - v * sin, y + u * sin + v * cos));
  }
  return knots;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
