import { IMAGE_SIDE } from '../../ink/center';
import { blurBy } from './blur';
import { cover } from './cover';
import type { Hand } from './hand';
import type { Lines } from './lines';
import { TEMPLATES } from './pseudo-templates';
import { addStroke } from './spline';
import type { Stroke } from './stroke';

/** Height of the template, pixels. */
const HEIGHT = 18;
/** Where the template's box begins if it is not shifted, pixels. */
const LEFT = 8.6;
const TOP = 5;
/** Largest shift either way, pixels. */
const SHIFT = 2;
/** Brightest background, as a share of full ink. */
const BACKGROUND = 0.25;
const EDGE = 1;
const blur = blurBy(0.6);

/**
 * A picture that only imitates a digit: the digit's rough strokes somewhere near the middle, one to three bright
 * strokes that mean nothing, background noise, and all of it blurred.
 * @param lines - to work in; what was in it is lost
 * @param image - [28 × 28], overwritten: 0 to 1, its peak not yet 1
 */
export function imitateDigit(hand: Hand, digit: number, lines: Lines, image: Float32Array): void {
  lines.clear();
  for (const stroke of TEMPLATES[digit] as readonly Stroke[]) addStroke(lines, stroke);
  moveToImage(lines, hand);
  const extras = 1 + Math.floor(hand.between(0, 3));
  for (let i = 0; i < extras; i++) addRandomStroke(lines, hand);
  const ink = cover(lines, { width: IMAGE_SIDE, height: IMAGE_SIDE, radius: hand.between(0.8, 1.6) }, EDGE);
  for (let i = 0; i < image.length; i++) {
    image[i] = Math.max(ink.values[i] as number, BACKGROUND * hand.share());
  }
  blur(image);
}

/** From the template's box to pixels, shifted as a whole. */
function moveToImage({ xs, ys, count }: Lines, hand: Hand): void {
  const left = LEFT + hand.between(-SHIFT, SHIFT);
  const top = TOP + hand.between(-SHIFT, SHIFT);
  for (let i = 0; i < count; i++) {
    xs[i] = left + (xs[i] as number) * HEIGHT;
    ys[i] = top + (ys[i] as number) * HEIGHT;
  }
}

/** Straight, a few pixels long, anywhere. */
function addRandomStroke(lines: Lines, hand: Hand): void {
  const x = hand.between(2, IMAGE_SIDE - 2);
  const y = hand.between(2, IMAGE_SIDE - 2);
  lines.begin();
  lines.add(x, y);
  lines.add(x + hand.between(-6, 6), y + hand.between(-6, 6));
}
