import type { Hand } from '../hand';
import { arc, corner, type Knot, knot } from '../stroke';
import type { Allograph } from './allograph';

interface Loop {
  readonly knots: Knot[];
  /** Where the stem begins. */
  readonly right: number;
}

/** The loop, counter-clockwise from its upper right. */
function loopOf(hand: Hand, sweep: number, from = hand.about(-35, 18)): Loop {
  const rx = hand.about(0.25, 0.07);
  const bottom = hand.about(0.46, 0.105);
  const knots = arc({
    x: rx,
    y: bottom / 2,
    rx,
    ry: bottom / 2,
    from,
    sweep: -sweep,
    spiral: hand.about(1, 0.06),
    tilt: hand.about(-14, 16),
  });
  return { knots, right: 2 * rx };
}

/** From the loop straight down. */
const straightStem = (hand: Hand, right: number): Knot[] => [
  corner(right + hand.about(0.01, 0.03), hand.about(0.07, 0.07)),
  knot(right + hand.about(0, 0.025), 0.5),
  knot(right + hand.about(-0.03, 0.07), 1),
];

export const NINE: readonly Allograph[] = [
  {
    name: 'straight stem',
    weight: 38,
    strokes: (hand) => {
      const { knots, right } = loopOf(hand, hand.about(325, 14));
      return [[...knots, ...straightStem(hand, right)]];
    },
  },
  {
    name: 'curved stem',
    weight: 22,
    strokes: (hand) => {
      const { knots, right } = loopOf(hand, hand.about(330, 12));
      return [
        [
          ...knots,
          knot(right + hand.about(0.01, 0.02), hand.about(0.16, 0.04)),
          knot(right + hand.about(-0.01, 0.02), 0.5),
          knot(right - hand.about(0.16, 0.07), 1),
        ],
      ];
    },
  },
  {
    name: 'hooked',
    weight: 12,
    strokes: (hand) => {
      const { knots, right } = loopOf(hand, hand.about(328, 12));
      return [
        [
          ...knots,
          corner(right + hand.about(0.01, 0.02), hand.about(0.1, 0.05)),
          knot(right + hand.about(0.01, 0.02), hand.about(0.62, 0.04)),
          knot(right - hand.about(0.18, 0.04), hand.about(0.98, 0.02)),
          knot(hand.about(0.04, 0.06), hand.about(0.88, 0.05)),
        ],
      ];
    },
  },
  {
    name: 'begun right of the stem',
    weight: 18,
    strokes: (hand) => {
      const { knots, right } = loopOf(hand, hand.about(290, 20));
      return [
        [
          knot(right + hand.about(0.06, 0.08), hand.about(0.02, 0.04)),
          ...knots.slice(1),
          corner(right + hand.about(0.02, 0.03), hand.about(0.18, 0.06)),
          knot(right + hand.about(0, 0.025), 0.55),
          knot(right + hand.about(-0.04, 0.07), 1),
        ],
      ];
    },
  },
  {
    name: 'open loop, stem apart',
    weight: 10,
    strokes: (hand) => {
      const { knots, right } = loopOf(hand, hand.about(285, 15));
      return [knots, straightStem(hand, right)];
    },
  },
  {
    name: 'gap at the upper right',
    weight: 8,
    strokes: (hand) => {
      const { knots, right } = loopOf(hand, hand.about(282, 14), hand.about(-78, 16));
      return [[...knots, ...straightStem(hand, right)]];
    },
  },
];
