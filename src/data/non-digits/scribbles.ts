import type { Hand } from '../synthetic/hand';
import { arc, corner, type Knot, knot, type Stroke } from '../synthetic/stroke';

/** A kind of scribble, in a box of about 1 × 1. */
export type Scribble = (hand: Hand) => Stroke[];

const TURN = 2 * Math.PI;

const several = (hand: Hand, low: number, high: number) => Math.floor(hand.between(low, high + 1));

const inBox = (hand: Hand, make = knot): Knot => make(hand.between(0, 1), hand.between(0, 1));

const knots = (count: number, at: (i: number) => Knot): Stroke =>
  Array.from({ length: count }, (_, i) => at(i));

/** A pen that keeps its direction for a while. */
const wandering: Scribble = (hand) => {
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

/** To and fro, as one shades. */
const hatching: Scribble = (hand) => {
  const lines = several(hand, 4, 12);
  const length = hand.between(0.4, 1.4);
  const make = hand.chance(0.5) ? corner : knot;
  return [
    knots(lines + 1, (i) => make(hand.about((i % 2) * length, 0.06), hand.about(i / lines, 0.3 / lines))),
  ];
};

/** Any points, joined by straight or curved lines. */
const tangle: Scribble = (hand) => {
  const make = hand.chance(0.5) ? corner : knot;
  return [knots(several(hand, 6, 14), () => inBox(hand, make))];
};

/** Lines that have nothing to do with each other. */
const strewn: Scribble = (hand) =>
  Array.from({ length: several(hand, 3, 7) }, () => {
    const start = inBox(hand);
    const far = hand.between(0.15, 0.8);
    const angle = hand.between(0, TURN);
    const end = knot(start.x + far * Math.cos(angle), start.y + far * Math.sin(angle));
    const middle = knot(hand.about((start.x + end.x) / 2, 0.12), hand.about((start.y + end.y) / 2, 0.12));
    return [start, middle, end];
  });

const spiral: Scribble = (hand) => [
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
const loops: Scribble = (hand) => {
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

const wave: Scribble = (hand) => {
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

/** Lines that meet in the middle. */
const star: Scribble = (hand) => {
  const lines = several(hand, 2, 5);
  const first = hand.between(0, Math.PI);
  return Array.from({ length: lines }, (_, i) => {
    const angle = hand.about(first + (Math.PI * i) / lines, 0.1);
    const [x, y] = [0.5 * Math.cos(angle), 0.5 * Math.sin(angle)];
    return [knot(0.5 - x, 0.5 - y), knot(hand.about(0.5 + x, 0.05), hand.about(0.5 + y, 0.05))];
  });
};

/** A closed figure with corners, now and then with more in it. */
const polygon: Scribble = (hand) => {
  const corners = several(hand, 3, 6);
  const first = hand.between(0, TURN);
  const outline = knots(corners + 1, (i) => {
    const angle = first + (TURN * (i % corners)) / corners;
    return corner(
      hand.about(0.5 + 0.5 * Math.cos(angle), 0.03),
      hand.about(0.5 + 0.5 * Math.sin(angle), 0.03),
    );
  });
  return hand.chance(0.4) ? [outline, ...strewn(hand).slice(0, 2)] : [outline];
};

/** A star drawn around its outline. */
const pointed: Scribble = (hand) => {
  const points = several(hand, 4, 8);
  const first = hand.between(0, TURN);
  const inner = hand.between(0.15, 0.32);
  return [
    knots(2 * points + 1, (i) => {
      const angle = first + (Math.PI * (i % (2 * points))) / points;
      const radius = hand.about(i % 2 ? inner : 0.5, 0.02);
      return corner(0.5 + radius * Math.cos(angle), 0.5 + radius * Math.sin(angle));
    }),
  ];
};

/** A broad figure with a line from the middle of its foot, as of trees, flags and mushrooms. */
const onStem: Scribble = (hand) => {
  const ry = hand.between(0.15, 0.32);
  const isDome = hand.chance(0.4);
  const dome = arc({ x: 0.5, y: ry, rx: 0.5, ry, from: 180, sweep: 180 });
  const top = isDome
    ? [...dome.slice(0, -1), corner(1, ry), corner(0, ry)]
    : hand.chance(0.5)
      ? arc({ x: 0.5, y: ry / 2, rx: 0.5, ry: ry / 2, from: hand.between(0, 360), sweep: 365 })
      : [corner(0.5, 0), corner(1, ry), corner(0, ry), corner(0.5, 0)];
  const foot = hand.about(1, 0.1);
  const hook = hand.chance(0.4) ? [knot(hand.about(0.4, 0.05), foot + 0.06)] : [];
  const stem = [knot(hand.about(0.5, 0.03), ry), knot(hand.about(0.5, 0.03), foot), ...hook];
  return hand.chance(0.3) ? [top, stem, [knot(0.2, 0.9 * foot), knot(0.8, 0.9 * foot)]] : [top, stem];
};

/** A wheel that rolls around a wheel: curls that close or nearly do. */
const curls: Scribble = (hand) => {
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

/** A round outline with something in it. */
const face: Scribble = (hand) => [
  arc({ x: 0.5, y: 0.5, rx: 0.5, ry: hand.about(0.5, 0.05), from: -90, sweep: hand.between(330, 380) }),
  ...Array.from({ length: several(hand, 2, 4) }, () => {
    const [x, y] = [hand.between(0.25, 0.75), hand.between(0.25, 0.75)];
    return [knot(x, y), knot(hand.about(x, 0.12), hand.about(y, 0.12))];
  }),
];

const dots: Scribble = (hand) =>
  Array.from({ length: several(hand, 3, 9) }, () => {
    const at = inBox(hand);
    return [at, knot(at.x + 0.02, at.y)];
  });

/** A line with a point at one end, or a tick. */
const arrow: Scribble = (hand) => {
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
const sign: Scribble = (hand) => {
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

const stairs: Scribble = (hand) => {
  const steps = several(hand, 5, 10);
  const [width, height] = [hand.between(0.1, 0.3), hand.between(0.1, 0.3) * (hand.chance(0.5) ? 1 : -1)];
  return [knots(steps, (i) => corner(Math.ceil(i / 2) * width, Math.floor(i / 2) * height))];
};

/** Two to four lines side by side. */
const parallels: Scribble = (hand) => {
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

const SCRIBBLES: readonly Scribble[] = [
  wandering,
  hatching,
  tangle,
  strewn,
  spiral,
  loops,
  wave,
  star,
  polygon,
  face,
  dots,
  arrow,
  stairs,
  parallels,
  pointed,
  onStem,
  curls,
  sign,
  sign,
  sign,
];

/** Any kind, as likely as any other. */
export function scribble(hand: Hand): Stroke[] {
  const kind = SCRIBBLES[Math.floor(hand.between(0, SCRIBBLES.length))] as Scribble;
  return kind(hand);
}
