import type { Picture } from '../../ink/scale';
import type { Allograph } from './allographs/allograph';
import { cover } from './cover';
import { fitToBox } from './fit-to-box';
import type { Hand } from './hand';
import type { Lines } from './lines';
import { penOf, press } from './pen';
import { addStroke } from './spline';
import type { Knot, Stroke } from './stroke';
import { tremble } from './tremor';
import { bendLines, warpOf } from './warp';

/** How far a knot strays, as a share of the way to the next one: small loops keep their shape, long strokes bend. */
const WOBBLE = 0.09;
/** It strays no further than by this, in heights of the digit. */
const LARGEST_WOBBLE = 0.032;

/**
 * A digit written by hand and made small as MNIST's were.
 * @param lines - to work in; what was in it is lost
 * @returns its longest side is 20 pixels
 */
export function writeDigit(hand: Hand, { strokes }: Allograph, lines: Lines): Picture {
  lines.clear();
  for (const stroke of strokes(hand)) addStroke(lines, wobble(hand, stroke));
  bendLines(lines, warpOf(hand));
  tremble(lines, hand);
  const pen = penOf(hand);
  press(lines, hand, pen);
  return cover(lines, fitToBox(lines, pen.radius), pen.softness);
}

const wobble = (hand: Hand, stroke: Stroke): Stroke =>
  stroke.map(({ x, y, sharp }, i) => {
    const next = (stroke[i + 1] ?? stroke[i - 1]) as Knot;
    const deviation = Math.min(LARGEST_WOBBLE, WOBBLE * Math.hypot(next.x - x, next.y - y));
    return { x: hand.about(x, deviation), y: hand.about(y, deviation), sharp };
  });
