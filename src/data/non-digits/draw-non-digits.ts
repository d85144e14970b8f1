import { IMAGE_SIDE } from '../../ink/center';
import { DIGIT_SIDE } from '../../ink/scale';
import { RandomStream } from '../../model/random';
import { cover } from '../synthetic/cover';
import { type Fitted, fitToBox } from '../synthetic/fit-to-box';
import { Hand } from '../synthetic/hand';
import { Lines } from '../synthetic/lines';
import { type Pen, penOf, press } from '../synthetic/pen';
import { place } from '../synthetic/place';
import { addStroke } from '../synthetic/spline';
import type { Stroke } from '../synthetic/stroke';
import { bendLines, warpOf } from '../synthetic/warp';

/** The strokes of one picture, made up by a hand. */
type Subject = (hand: Hand) => Stroke[];

const PIXELS = IMAGE_SIDE * IMAGE_SIDE;

/** How far each knot strays, in heights of the picture. */
const WOBBLE = 0.03;

/**
 * Pictures of anything, by the hands and pens that write the synthetic digits: so that what they show is all that tells
 * them from digits.
 * @param subjects - [n], what each picture shows
 * @param seed - unsigned 32-bit integer; the same seed, number and subject always give the same picture
 * @param fullShare - of the pictures whose pen stays as broad as it is however much there is to draw, as on the pad
 * @returns uint8, [n, 28, 28] row by row, 0 background to 255 ink
 */
export function drawSubjects(
  subjects: readonly Subject[],
  seed: number,
  fullShare = 0,
): Uint8Array<ArrayBuffer> {
  const images = new Uint8Array(subjects.length * PIXELS);
  const lines = new Lines();
  const image = new Float32Array(PIXELS);
  subjects.forEach((subject, i) => {
    const hand = new Hand(new RandomStream(seed, 'non-digits', i));
    lines.clear();
    for (const stroke of subject(hand)) addStroke(lines, wobble(hand, stroke));
    bendLines(lines, warpOf(hand));
    const pen = penOf(hand);
    press(lines, hand, pen);
    const fitted = fitToBox(lines, pen.radius);
    place(cover(lines, hand.chance(fullShare) ? broadened(lines, fitted, pen) : fitted, pen.softness), image);
    images.set(
      image.map((value) => Math.round(255 * value)),
      i * PIXELS,
    );
  });
  return images;
}

const wobble = (hand: Hand, stroke: Stroke): Stroke =>
  stroke.map(({ x, y, sharp }) => ({ x: hand.about(x, WOBBLE), y: hand.about(y, WOBBLE), sharp }));

/** The same lines, moved in place, with the pen that was wanted: 20 pixels still, so that the way becomes shorter. */
function broadened(lines: Lines, { width, height, radius }: Fitted, pen: Pen): Fitted {
  const scale = (DIGIT_SIDE - 2 * pen.radius) / (DIGIT_SIDE - 2 * radius);
  const side = (length: number) => Math.max(1, Math.round((length - 2 * radius) * scale + 2 * pen.radius));
  const [columns, rows] = [side(width), side(height)];
  for (let i = 0; i < lines.count; i++) {
    lines.xs[i] = columns / 2 + ((lines.xs[i] as number) - width / 2) * scale;
    lines.ys[i] = rows / 2 + ((lines.ys[i] as number) - height / 2) * scale;
  }
  return { width: columns, height: rows, radius: pen.radius };
}
