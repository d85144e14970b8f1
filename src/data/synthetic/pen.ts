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

/** Chosen so that ink and share of full pixels come out as measured on MNIST's training images. */
export function penOf(hand: Hand): Pen {
  return {
    radius: Math.exp(hand.about(Math.log(1.2), 0.28)) * (hand.chance(0.04) ? hand.between(1.3, 2) : 1),
    softness: Math.exp(hand.about(Math.log(1.15), 0.15)),
    unsteadiness: Math.abs(hand.about(0, 0.16)),
  };
}

/** Presses the pen more and less in a slow wave along the way. */
export function press(lines: Lines, hand: Hand, { unsteadiness }: Pen): void {
  const phase = hand.between(0, 2 * Math.PI);
  const pace = hand.between(0.1, 0.5);
  for (let i = 0; i < lines.count; i++) {
    lines.pressures[i] = 1 + unsteadiness * Math.sin(phase + pace * i);
  }
}
