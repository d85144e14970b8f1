import { corner, knot, type Stroke } from '../../synthetic/stroke';
import { knots, type Scribble, several, turned } from './scribble';

/** As many lines to and fro as leave no gap, however thin the pen gets where there is much to write. */
const GAPLESS = 24;

/** To and fro within an outline: a rhomb, a disc or nearly a box. */
function filling(lines: number, width: number, roundness: number): Stroke {
  const reach = (across: number) => 0.5 * (1 - Math.abs(across) ** roundness) ** (1 / roundness);
  return knots(lines, (i) => {
    const across = (2 * (i + 0.5)) / lines - 1;
    return corner(0.5 + (i % 2 ? 1 : -1) * reach(across), 0.5 + 0.5 * width * across);
  });
}

/** A patch of ink. A long one lies or slants, as one that stands is a 1 by a broad pen. */
export const patch: Scribble = (hand) => {
  const width = hand.between(0.3, 1);
  const strokes = [filling(GAPLESS, width, hand.between(1.5, 5))];
  const most = width < 0.55 ? 0.7 : Math.PI;
  return turned(strokes, hand.between(-most, most));
};

/** A patch that is filled so carelessly that the paper shows. */
export const careless: Scribble = (hand) => {
  const lines = several(hand, 9, 18);
  const unrest = hand.between(0.02, 0.06);
  const way = filling(lines, hand.between(0.6, 1), hand.between(1.5, 5));
  const strayed = way.map(({ x, y }) => knot(hand.about(x, unrest), hand.about(y, unrest)));
  return turned([strayed], hand.between(-Math.PI, Math.PI));
};

/** A disc that is filled from the middle outwards. */
export const disc: Scribble = (hand) => {
  const steps = Math.round(8 * hand.between(5, 11));
  const width = hand.between(0.6, 1);
  const way = knots(steps, (i) => {
    const size = hand.about(0.5, 0.02) * Math.sqrt(i / steps);
    const angle = (Math.PI * i) / 4;
    return knot(0.5 + size * Math.cos(angle), 0.5 + width * size * Math.sin(angle));
  });
  return turned([way], hand.between(-Math.PI, Math.PI));
};
