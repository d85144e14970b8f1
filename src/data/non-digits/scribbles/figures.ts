import { arc, corner, knot } from '../../synthetic/stroke';
import { strewn } from './lines';
import { inBox, knots, type Scribble, several, TURN } from './scribble';

/** A closed figure with corners, now and then with more in it. */
export const polygon: Scribble = (hand) => {
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
export const pointed: Scribble = (hand) => {
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
export const onStem: Scribble = (hand) => {
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

/** A round outline with something in it. */
export const face: Scribble = (hand) => [
  arc({ x: 0.5, y: 0.5, rx: 0.5, ry: hand.about(0.5, 0.05), from: -90, sweep: hand.between(330, 380) }),
  ...Array.from({ length: several(hand, 2, 4) }, () => {
    const [x, y] = [hand.between(0.25, 0.75), hand.between(0.25, 0.75)];
    return [knot(x, y), knot(hand.about(x, 0.12), hand.about(y, 0.12))];
  }),
];

export const dots: Scribble = (hand) =>
  Array.from({ length: several(hand, 3, 9) }, () => {
    const at = inBox(hand);
    return [at, knot(at.x + 0.02, at.y)];
  });

/** A ring with one or two lines across it, most of them from side to side. */
export const crossedOut: Scribble = (hand) => {
  const [rx, ry] = [hand.about(0.45, 0.05), hand.about(0.47, 0.04)];
  const first = hand.between(0, Math.PI);
  const reach = hand.between(0.9, 1.35);
  return [
    arc({ x: 0.5, y: 0.5, rx, ry, from: hand.between(0, 360), sweep: 365 }),
    ...Array.from({ length: several(hand, 1, 2) }, (_, i) => {
      const angle = hand.about(first + (i * Math.PI) / 2, 0.15);
      const [x, y] = [reach * rx * Math.cos(angle), reach * ry * Math.sin(angle)];
      return [knot(hand.about(0.5 - x, 0.03), 0.5 - y), knot(hand.about(0.5 + x, 0.03), 0.5 + y)];
    }),
  ];
};
