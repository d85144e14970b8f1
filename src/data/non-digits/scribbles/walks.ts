import { corner, knot, type Stroke } from '../../synthetic/stroke';
import { inBox, knots, type Scribble, several, TURN } from './scribble';

/** A pen that keeps its direction for a while. */
export const wandering: Scribble = (hand) => {
  let [x, y, heading, turn] = [0.5, 0.5, hand.between(0, TURN), hand.about(0, 0.7)];
  const way = knots(several(hand, 14, 40), () => {
    turn = 0.8 * turn + hand.about(0, 0.45);
    heading += turn;
    // Back towards the middle, so that it stays a tangle.
    x += 0.16 * Math.cos(heading) - 0.12 * (x - 0.5);
    y += 0.16 * Math.sin(heading) - 0.12 * (y - 0.5);
    return knot(x, y);
  });
  return [way];
};

/** Any points, joined by straight or curved lines. */
export const tangle: Scribble = (hand) => {
  const make = hand.chance(0.5) ? corner : knot;
  return [knots(several(hand, 6, 14), () => inBox(hand, make))];
};

/** A few points only, so that it crosses itself once or twice: of all that is no digit the nearest to one. */
export const fewPoints: Scribble = (hand) => {
  const make = hand.chance(0.4) ? corner : knot;
  return [knots(several(hand, 5, 8), () => inBox(hand, make))];
};

/** A pen that keeps its direction for a while and goes wherever that leads. */
export const drifting: Scribble = (hand) => {
  let [x, y, heading] = [0, 0, hand.between(0, TURN)];
  const unrest = hand.between(0.3, 1);
  return [
    knots(several(hand, 8, 45), () => {
      heading += hand.about(0, unrest);
      x += 0.1 * Math.cos(heading);
      y += 0.1 * Math.sin(heading);
      return knot(x, y);
    }),
  ];
};

/** A pen that forgets at every step where it came from. */
export const jittering: Scribble = (hand) => {
  let [x, y] = [0, 0];
  const make = hand.chance(0.6) ? corner : knot;
  return [
    knots(several(hand, 12, 60), () => {
      x += hand.about(0, 0.15);
      y += hand.about(0, 0.15);
      return make(x, y);
    }),
  ];
};

/** Two or three bows across each other. */
export const bows: Scribble = (hand) =>
  Array.from({ length: several(hand, 2, 3) }, (): Stroke => knots(several(hand, 3, 5), () => inBox(hand)));
