import { arc, corner, knot, type Stroke } from '../../synthetic/stroke';
import { knots, type Scribble, several, TURN, turned } from './scribble';

export const spiral: Scribble = (hand) => [
  arc({
    x: 0.5,
    y: 0.5,
    rx: hand.about(0.5, 0.08),
    ry: hand.about(0.5, 0.08),
    from: hand.between(0, 360),
    sweep: hand.between(750, 1500) * (hand.chance(0.5) ? 1 : -1),
    spiral: hand.between(0.05, 0.3),
  }),
];

/** Loops along a line, as in an exercise of handwriting. */
export const loops: Scribble = (hand) => {
  const turns = hand.between(3, 6);
  const pace = hand.between(0.15, 0.4);
  const size = hand.between(0.15, 0.4);
  const steps = Math.round(8 * turns);
  const upright = hand.chance(0.5);
  return [
    knots(steps, (i) => {
      const angle = (TURN * i) / 8;
      const along = (pace * i) / 8 + size * 0.6 * Math.cos(angle);
      const across = size * Math.sin(angle);
      return upright ? knot(across, along) : knot(along, across);
    }),
  ];
};

export const wave: Scribble = (hand) => {
  const half = several(hand, 4, 9);
  const height = hand.between(0.1, 0.5);
  const make = hand.chance(0.5) ? knot : corner;
  const upright = hand.chance(0.4);
  return [
    knots(half + 1, (i) => {
      const along = hand.about(i / half, 0.02);
      const across = hand.about((i % 2) * height, 0.03);
      return upright ? make(across, along) : make(along, across);
    }),
  ];
};

/** A wheel that rolls around a wheel: curls that close or nearly do. */
export const curls: Scribble = (hand) => {
  const pace = several(hand, 2, 6) * (hand.chance(0.5) ? 1 : -1);
  const share = hand.between(0.3, 0.6);
  const turns = hand.between(1, 1.6);
  const steps = Math.round(10 * turns * Math.abs(pace));
  const tilt = hand.between(0, TURN);
  return [
    knots(steps, (i) => {
      const angle = (TURN * turns * i) / steps;
      const around = pace * angle + tilt;
      return knot(
        (1 - share) * Math.cos(angle) + share * Math.cos(around),
        (1 - share) * Math.sin(angle) + share * Math.sin(around),
      );
    }),
  ];
};

/** The same turn over and over, each a little elsewhere, larger or flatter. */
export const overAndOver: Scribble = (hand) => {
  const steps = Math.round(8 * hand.between(2.5, 9));
  const pace = hand.chance(0.5) ? TURN / 8 : -TURN / 8;
  const unrest = hand.between(0.015, 0.05);
  let [x, y, rx, ry, angle] = [0.5, 0.5, 0.5 * hand.between(0.55, 1), 0.5, hand.between(0, TURN)];
  const way = knots(steps, () => {
    x += hand.about(0, unrest);
    y += hand.about(0, unrest);
    rx = Math.max(0.1, rx + hand.about(0, unrest));
    ry = Math.max(0.1, ry + hand.about(0, unrest));
    angle += pace;
    return knot(x + rx * Math.cos(angle), y + ry * Math.sin(angle));
  });
  return turned([way], hand.between(0, TURN));
};

/** A spring: turns so near to each other that they run together, whichever way it leads. */
export const spring: Scribble = (hand) => {
  const turns = hand.between(4, 14);
  const [across, along] = [hand.between(0.1, 0.3), hand.between(0.05, 0.15)];
  const steps = Math.round(8 * turns);
  const way = knots(steps, (i) => {
    const angle = (TURN * i) / 8;
    return knot(i / steps + along * Math.cos(angle), 0.5 + hand.about(across, 0.01) * Math.sin(angle));
  });
  return turned([way], hand.between(0, TURN));
};

/** Rings that overlap; two above each other would be an 8. */
export const rings: Scribble = (hand) => {
  const count = several(hand, 2, 4);
  const step = hand.between(0.2, 0.7);
  const row = Array.from({ length: count }, (_, i): Stroke => {
    const [x, y, rx] = [i * step, hand.about(0.5, 0.1), hand.about(0.4, 0.06)];
    return arc({ x, y, rx, ry: hand.about(rx, 0.04), from: hand.between(0, 360), sweep: 370 });
  });
  return turned(row, count > 2 ? hand.between(0, TURN) : hand.about(0, 0.3));
};
