import type { Hand } from '../../synthetic/hand';
import { type Knot, knot, type Stroke } from '../../synthetic/stroke';

/** A kind of scribble, in a box of about 1 × 1. */
export type Scribble = (hand: Hand) => Stroke[];

export const TURN = 2 * Math.PI;

/** A whole number, each as likely as any other. */
export const several = (hand: Hand, low: number, high: number) => Math.floor(hand.between(low, high + 1));

export const inBox = (hand: Hand, make = knot): Knot => make(hand.between(0, 1), hand.between(0, 1));

export const knots = (count: number, at: (i: number) => Knot): Stroke =>
  Array.from({ length: count }, (_, i) => at(i));

/** Turned about the middle of the box, clockwise as seen. */
export function turned(strokes: readonly Stroke[], angle: number): Stroke[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return strokes.map((stroke) =>
    stroke.map(({ x, y, sharp }) => {
      const [u, v] = [x - 0.5, y - 0.5];
      return { x: 0.5 + u * cos - v * sin, y: 0.5 + u * sin + v * cos, sharp };
    }),
  );
}
