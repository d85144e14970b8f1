import type { Hand } from './hand';
import type { Lines } from './lines';

/** Of a hand that shakes as most do, in heights of the digit: a seventh of MNIST's pixels. */
const TREMOR = 0.007;

/** Moves every point a little, in place: lines get as uneven as MNIST's, more or less from writer to writer. */
export function tremble(lines: Lines, hand: Hand): void {
  const extent = Math.abs(hand.about(0, TREMOR));
  for (let i = 0; i < lines.count; i++) {
    lines.xs[i] = hand.about(lines.xs[i] as number, extent);
    lines.ys[i] = hand.about(lines.ys[i] as number, extent);
  }
}
