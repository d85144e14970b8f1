import type { Hand } from '../hand';
import { arc, corner, type Knot, knot } from '../stroke';
import type { Allograph } from './allograph';

interface Loop {
  readonly knots: Knot[];
  /** Where the stem begins. */
  readonly right: number;
  readonly bottom: number;
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
  return { knots, right: 2 * rx, bottom };
}

/** From the loop straight down. */
const straightStem = (hand: Hand, right: number): Knot[] => [
  corner(right + hand.about(0.01, 0.03), hand.about(0.07, 0.07)),
  knot(right + hand.about(0, 0.025), 0.5),
  knot(right + hand.about(-0.03, 0.07), 1),
];

/** A head that is small for the digit, and often turned over twice: the ink may shut it. */
function smallHead(hand: Hand): Loop {
  const rx = hand.between(0.1, 0.22);
  const bottom = hand.between(0.2, 0.42);
  const turns = hand.chance(0.3) ? 360 : 0;
  const knots = arc({
    x: rx,
    y: bottom / 2,
    rx,
    ry: bottom / 2,
    from: hand.about(-42, 18),
    sweep: -(hand.about(338, 12) + turns),
    spiral: hand.about(0.97, 0.07),
    tilt: hand.about(-10, 14),
  });
  return { knots, right: 2 * rx, bottom };
}

/** From the head's right, or its lower right, in one bow to the foot, and flat to the left. */
function flatTail(hand: Hand, { right, bottom }: Loop): Knot[] {
  const belly = right + hand.between(-0.02, 0.22);
  const down = hand.between(0.3, 0.8);
  return [
    knot(right * (1.1 - 0.3 * down) + hand.about(0, 0.015), bottom * down),
    knot(belly, hand.about(0.58, 0.05)),
    knot(belly - hand.between(0.08, 0.26), hand.about(0.93, 0.02)),
    knot(belly - hand.between(0.3, 0.95), hand.about(0.95, 0.045)),
  ];
}

/** As far around as a c, then up to where the stem begins. */
function hook(hand: Hand): Loop {
  const width = hand.between(0.18, 0.38);
  const bottom = hand.between(0.15, 0.34);
  const right = width + hand.about(0.14, 0.05);
  const knots = [
    knot(width * hand.about(0.85, 0.1), hand.about(0.04, 0.02)),
    knot(width * hand.about(0.45, 0.06), hand.about(-0.01, 0.015)),
    knot(0, bottom * hand.about(0.5, 0.06)),
    knot(width * hand.about(0.4, 0.06), bottom),
    knot(width * hand.about(0.95, 0.06), bottom * hand.about(0.72, 0.08)),
  ];
  return { knots, right, bottom };
}

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
  {
    name: 'small head, flat tail',
    weight: 20,
    strokes: (hand) => {
      const head = smallHead(hand);
      return [[...head.knots, ...flatTail(hand, head)]];
    },
  },
  {
    name: 'small head, straight stem',
    weight: 5,
    strokes: (hand) => {
      const { knots, right } = smallHead(hand);
      return [[...knots, ...straightStem(hand, right)]];
    },
  },
  {
    name: 'flat tail',
    weight: 8,
    strokes: (hand) => {
      const head = loopOf(hand, hand.about(335, 10));
      return [[...head.knots, ...flatTail(hand, head)]];
    },
  },
  {
    name: 'head a mere hook',
    weight: 6,
    strokes: (hand) => {
      const head = hook(hand);
      const { knots, right } = head;
      const isFlat = hand.chance(0.4);
      return [
        [
          ...knots,
          corner(right, hand.about(0.05, 0.04)),
          ...(isFlat
            ? flatTail(hand, head).slice(1)
            : [knot(right - hand.about(0.03, 0.03), 0.5), knot(right - hand.about(0.18, 0.09), 1)]),
        ],
      ];
    },
  },
];
