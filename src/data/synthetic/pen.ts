import type { Hand } from './hand';
import type { Lines } from './lines';

export interface Pen {
  /** Half of the line's width, pixels of the finished image. */
  readonly radius: number;
  /** How far the edge of the line reaches from full to nothing, pixels. */
  readonly softness: number;
  /** How strongly the width varies along a line, as a share of it. */
  readonly unsteadiness: number;
}

/**
 * Chosen so that ink and grey come out as measured on MNIST's training images: per class 61 (ones) to 138 (zeros)
 * pixels of ink with standard deviations of 18 to 34, and 34 to 42 % of the inked pixels full.
 */
export function penOf(hand: Hand): Pen {
  const isBroad = hand.chance(0.05);
  return {
    radius: Math.exp(hand.about(Math.log(1.2), 0.28)) * (isBroad ? hand.between(1.3, 2) : 1),
    softness: Math.exp(hand.about(Math.log(1.15), 0.15)),
    unsteadiness: Math.abs(hand.about(0, 0.16)),
  };
}

/**
 * Pixels of ink above which people with a broad pen write larger, so that the line gets thinner in the picture:
 * six of seven of MNIST's eights have less ink.
 */
const MUCH_INK = 150;

/**
 * The radius that a pen has in the end, in a picture with much to write.
 * @param radius - of the pen, pixels
 * @param length - of its way, pixels
 */
export function limitedRadius(radius: number, length: number): number {
  const ink = 2 * radius * length;
  return ink <= MUCH_INK ? radius : radius * Math.sqrt(MUCH_INK / ink);
}

/** Presses the pen more and less in a slow wave along the way. */
export function press(lines: Lines, hand: Hand, { unsteadiness }: Pen): void {
  const phase = hand.between(0, 2 * Math.PI);
  const pace = hand.between(0.1, 0.5);
  for (let i = 0; i < lines.count; i++) {
    lines.pressures[i] = 1 + unsteadiness * Math.sin(phase + pace * i);
  }
}
