import type { Hand } from './hand';
import type { Lines } from './lines';

/** A slow wave that moves the whole plane: what the knots of a region have in common. */
interface Wave {
  readonly towardsX: number;
  readonly towardsY: number;
  readonly phase: number;
  readonly moveX: number;
  readonly moveY: number;
}

/** One writer's slant, proportions and bends: a smooth map of the plane around the digit's middle. */
interface Warp {
  /** Of uprights: sideways way by height. */
  readonly slant: number;
  /** Radians, clockwise as seen, small. */
  readonly turn: number;
  /** Of the width. */
  readonly stretch: number;
  /** Bows uprights. */
  readonly bend: number;
  /** How much wider the foot is than the top. */
  readonly keystone: number;
  /** How much of the height goes from the top to the foot. */
  readonly crowd: number;
  readonly waves: readonly Wave[];
}

/** Spreads as they keep digits readable; slant and stretch as measured on MNIST's training images. */
export function warpOf(hand: Hand): Warp {
  return {
    slant: hand.about(0.17, 0.24),
    turn: hand.about(0, 0.09),
    stretch: Math.exp(hand.about(0.06, 0.17)),
    bend: hand.about(0, 0.1),
    keystone: hand.about(0, 0.16),
    crowd: hand.about(0, 0.14),
    waves: [waveOf(hand), waveOf(hand), waveOf(hand)],
  };
}

function waveOf(hand: Hand): Wave {
  return {
    towardsX: hand.about(0, 4),
    towardsY: hand.about(0, 4),
    phase: hand.between(0, 2 * Math.PI),
    moveX: hand.about(0, 0.03),
    moveY: hand.about(0, 0.03),
  };
}

/** Moves every point, in place. */
export function bendLines(lines: Lines, { slant, turn, stretch, bend, keystone, crowd, waves }: Warp): void {
  const { xs, ys, count } = lines;
  for (let i = 0; i < count; i++) {
    const x = xs[i] as number;
    const y = ys[i] as number;
    let u = (x - 0.32) * stretch;
    let v = y - 0.5;
    for (const wave of waves) {
      const move = Math.sin(wave.towardsX * x + wave.towardsY * y + wave.phase);
      u += wave.moveX * move;
      v += wave.moveY * move;
    }
    u = u * (1 + keystone * v) - slant * v + bend * v * v;
    v += crowd * v * v;
    xs[i] = u - turn * v;
    ys[i] = v + turn * u;
  }
}
