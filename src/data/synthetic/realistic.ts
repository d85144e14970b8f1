import type { Picture } from '../../ink/scale';
import type { Allograph } from './allographs/allograph';
import { cover } from './cover';
import { fitToBox } from './fit-to-box';
import type { Hand } from './hand';
import type { Lines } from './lines';
import { penOf, press } from './pen';
import { addStroke } from './spline';
import type { Stroke } from './stroke';
import { bendLines, warpOf } from './warp';

/** How far each knot strays, in heights of the digit. */
const WOBBLE = 0.024;

/**
 * A digit written by hand and made small as MNIST's were.
 * @param lines - to work in; what was in it is lost
 * @returns its longest side is 20 pixels
 */
export function writeDigit(hand: Hand, { strokes }: Allograph, lines: Lines): Picture {
  lines.clear();
  for (const stroke of strokes(hand)) addStroke(lines, wobble(hand, stroke));
  bendLines(lines, warpOf(hand));
  const pen = penOf(hand);
  press(lines, hand, pen);
  return cover(lines, fitToBox(lines, pen.radius), pen.softness);
}

const wobble = (hand: Hand, stroke: Stroke): Stroke =>
  stroke.map(({ x, y, sharp }) => ({ x: hand.about(x, WOBBLE), y: hand.about(y, WOBBLE), sharp }));
