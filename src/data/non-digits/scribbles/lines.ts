import { corner, type Knot, knot } from '../../synthetic/stroke';
import { inBox, knots, type Scribble, several, TURN, turned } from './scribble';

/** To and fro, as one shades. */
export const hatching: Scribble = (hand) => {
  const lines = several(hand, 4, 12);
  const length = hand.between(0.4, 1.4);
  const make = hand.chance(0.5) ? corner : knot;
  return [
    knots(lines + 1, (i) => make(hand.about((i % 2) * length, 0.06), hand.about(i / lines, 0.3 / lines))),
  ];
};

/** Lines that have nothing to do with each other. */
export const strewn: Scribble = (hand) =>
  Array.from({ length: several(hand, 3, 7) }, () => {
    const start = inBox(hand);
    const far = hand.between(0.15, 0.8);
    const angle = hand.between(0, TURN);
    const end = knot(start.x + far * Math.cos(angle), start.y + far * Math.sin(angle));
    const middle = knot(hand.about((start.x + end.x) / 2, 0.12), hand.about((start.y + end.y) / 2, 0.12));
    return [start, middle, end];
  });

/** Lines that meet in the middle. */
export const star: Scribble = (hand) => {
  const lines = several(hand, 2, 5);
  const first = hand.between(0, Math.PI);
  return Array.from({ length: lines }, (_, i) => {
    const angle = hand.about(first + (Math.PI * i) / lines, 0.1);
    const [x, y] = [0.5 * Math.cos(angle), 0.5 * Math.sin(angle)];
    return [knot(0.5 - x, 0.5 - y), knot(hand.about(0.5 + x, 0.05), hand.about(0.5 + y, 0.05))];
  });
};

/** A line with a point at one end, or a tick. */
export const arrow: Scribble = (hand) => {
  const angle = hand.between(0, TURN);
  const way = (far: number, turn: number): Knot =>
    corner(0.5 + far * Math.cos(angle + turn), 0.5 + far * Math.sin(angle + turn));
  const open = hand.between(0.35, 0.9);
  return [
    [way(0.5, Math.PI), way(0.5, 0)],
    [way(0.35, open), way(0.5, 0), way(0.35, -open)],
  ];
};

/** A made-up sign: lines and bows between the corners and middles of a box, as all writing has them. */
export const sign: Scribble = (hand) => {
  const place = () => ({ x: several(hand, 0, 2) * 0.32, y: several(hand, 0, 3) / 3 });
  return Array.from({ length: several(hand, 3, 5) }, () => {
    const [start, end] = [place(), place()];
    const bow = hand.chance(0.5) ? 0 : hand.between(-0.35, 0.35);
    const middle = knot(
      (start.x + end.x) / 2 + bow * (start.y - end.y),
      (start.y + end.y) / 2 + bow * (end.x - start.x),
    );
    return [knot(start.x, start.y), middle, knot(end.x, end.y)];
  });
};

export const stairs: Scribble = (hand) => {
  const steps = several(hand, 5, 10);
  const [width, height] = [hand.between(0.1, 0.3), hand.between(0.1, 0.3) * (hand.chance(0.5) ? 1 : -1)];
  return [knots(steps, (i) => corner(Math.ceil(i / 2) * width, Math.floor(i / 2) * height))];
};

/** Two to four lines side by side. */
export const parallels: Scribble = (hand) => {
  const lines = several(hand, 2, 4);
  const gap = hand.between(0.2, 0.5);
  const upright = hand.chance(0.4);
  const at = (along: number, across: number) => (upright ? knot(across, along) : knot(along, across));
  return Array.from({ length: lines }, (_, i) => [
    at(hand.about(0, 0.05), i * gap),
    at(0.5, hand.about(i * gap, 0.04)),
    at(hand.about(1, 0.05), hand.about(i * gap, 0.04)),
  ]);
};

/** Two lines across each other, hardly ever in their middles; most stand upright, as a plus does. */
export const cross: Scribble = (hand) => {
  const [x, y] = [hand.between(0.25, 0.75), hand.between(0.25, 0.75)];
  const reach = hand.between(0.35, 0.6);
  const lines = [
    [knot(x, 0.5 - reach), knot(hand.about(x, 0.04), 0.5 + reach)],
    [knot(0, y), knot(1, hand.about(y, 0.06))],
  ];
  return turned(lines, hand.chance(0.7) ? hand.about(0, 0.12) : hand.between(0, TURN));
};
