import type { Hand } from '../hand';
import { type Arc, arc, corner, knot, type Stroke } from '../stroke';
import type { Allograph } from './allograph';

const oval = (hand: Hand, changes: Pick<Arc, 'sweep' | 'spiral'>): Stroke =>
  arc({ x: 0.36, y: 0.5, rx: hand.about(0.41, 0.07), ry: 0.5, from: hand.about(-80, 25), ...changes });

/** Counter-clockwise from the top, as most people write it. */
export const ZERO: readonly Allograph[] = [
  {
    name: 'closed oval',
    weight: 62,
    strokes: (hand) => [oval(hand, { sweep: -hand.about(365, 12), spiral: hand.about(1, 0.06) })],
  },
  {
    name: 'open at the top',
    weight: 14,
    strokes: (hand) => [oval(hand, { sweep: -hand.about(325, 10), spiral: hand.about(1, 0.1) })],
  },
  {
    name: 'end curled inwards',
    weight: 16,
    strokes: (hand) => [oval(hand, { sweep: -hand.about(415, 32), spiral: hand.about(0.78, 0.1) })],
  },
  {
    name: 'end crossing over',
    weight: 13,
    strokes: (hand) => {
      const ring = oval(hand, { sweep: -hand.about(362, 8) });
      const start = knot(hand.about(0.62, 0.12), hand.about(-0.08, 0.05));
      return [[start, ...ring, knot(hand.about(0.4, 0.18), hand.about(-0.12, 0.06))]];
    },
  },
  {
    name: 'slashed',
    weight: 5,
    strokes: (hand) => [
      oval(hand, { sweep: -hand.about(362, 8) }),
      [
        corner(hand.about(0.68, 0.06), hand.about(0.1, 0.08)),
        corner(hand.about(0.06, 0.06), hand.about(0.88, 0.08)),
      ],
    ],
  },
  {
    name: 'slashed right through',
    weight: 4,
    strokes: (hand) => [
      oval(hand, { sweep: -hand.about(362, 8) }),
      [
        corner(hand.about(0.84, 0.08), hand.about(0, 0.08)),
        corner(hand.about(-0.1, 0.08), hand.about(0.98, 0.08)),
      ],
    ],
  },
  {
    name: 'begun inside',
    weight: 6,
    strokes: (hand) => [
      [
        knot(hand.about(0.4, 0.08), hand.about(0.34, 0.06)),
        knot(hand.about(0.58, 0.05), hand.about(0.17, 0.05)),
        ...oval(hand, { sweep: -hand.about(365, 15) }),
      ],
    ],
  },
  {
    name: 'clockwise',
    weight: 8,
    strokes: (hand) => [
      [
        knot(hand.about(0.04, 0.1), hand.about(-0.02, 0.06)),
        ...arc({
          x: 0.4,
          y: 0.5,
          rx: hand.about(0.36, 0.06),
          ry: 0.5,
          from: hand.about(-100, 14),
          sweep: hand.about(345, 14),
          spiral: hand.about(0.95, 0.07),
        }),
      ],
    ],
  },
];
