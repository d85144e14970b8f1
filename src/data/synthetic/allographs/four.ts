import type { Hand } from '../hand';
import { corner, knot, type Stroke } from '../stroke';
import type { Allograph } from './allograph';

/** The upright of a four, crossing the bar. */
const stem = (hand: Hand, top: number): Stroke => {
  const x = hand.about(0.58, 0.07);
  return [
    knot(x + hand.about(0.04, 0.04), top),
    knot(x + hand.about(0.01, 0.02), (1 + top) / 2),
    knot(x - hand.about(0.06, 0.06), 1),
  ];
};

/** The left side of a four whose bar lies low, down to the bar. */
const tallLeft = (hand: Hand, bar: number): Stroke => [
  knot(hand.about(0.18, 0.07), 0),
  knot(hand.about(0.06, 0.03), bar * hand.about(0.62, 0.05)),
];

export const FOUR: readonly Allograph[] = [
  {
    name: 'open, angular',
    weight: 34,
    strokes: (hand) => {
      const bar = hand.about(0.55, 0.07);
      return [
        [
          knot(hand.about(0.1, 0.05), hand.about(0.06, 0.08)),
          knot(hand.about(0.04, 0.03), bar * 0.6),
          corner(hand.about(0, 0.03), bar),
          corner(hand.about(0.74, 0.1), bar - hand.about(0.03, 0.05)),
        ],
        stem(hand, hand.about(0.1, 0.1)),
      ];
    },
  },
  {
    name: 'open, round',
    weight: 30,
    strokes: (hand) => {
      const bar = hand.about(0.5, 0.06);
      return [
        [
          knot(hand.about(0.06, 0.05), hand.about(0.05, 0.06)),
          knot(hand.about(0, 0.03), bar * 0.65),
          knot(hand.about(0.12, 0.04), bar),
          knot(hand.about(0.36, 0.04), bar - hand.about(0.01, 0.03)),
          knot(hand.about(0.58, 0.05), bar - hand.about(0.08, 0.05)),
        ],
        stem(hand, hand.about(0.04, 0.07)),
      ];
    },
  },
  {
    name: 'open, in one stroke',
    weight: 7,
    strokes: (hand) => {
      const bar = hand.about(0.52, 0.06);
      const right = hand.about(0.56, 0.05);
      return [
        [
          knot(hand.about(0.06, 0.05), hand.about(0.05, 0.06)),
          knot(hand.about(0, 0.03), bar * 0.7),
          knot(hand.about(0.14, 0.04), bar),
          knot(right - 0.1, bar - hand.about(0.1, 0.05)),
          corner(right + hand.about(0.04, 0.03), hand.about(0.1, 0.08)),
          knot(right, 0.6),
          knot(right - hand.about(0.02, 0.04), 1),
        ],
      ];
    },
  },
  {
    name: 'closed, angular',
    weight: 13,
    strokes: (hand) => {
      const bar = hand.about(0.62, 0.06);
      const right = hand.about(0.54, 0.05);
      return [
        [
          knot(right, hand.about(0, 0.03)),
          knot(right * hand.about(0.5, 0.05), bar * 0.5),
          corner(0, bar),
          corner(hand.about(0.78, 0.07), bar + hand.about(0, 0.03)),
        ],
        [
          knot(right + hand.about(0.01, 0.02), hand.about(0.02, 0.05)),
          knot(right, 0.5),
          knot(right - hand.about(0.02, 0.03), 1),
        ],
      ];
    },
  },
  {
    name: 'closed, round',
    weight: 4,
    strokes: (hand) => {
      const bar = hand.about(0.5, 0.05);
      const right = hand.about(0.52, 0.05);
      return [
        [
          corner(right, hand.about(0.02, 0.03)),
          knot(right * hand.about(0.45, 0.06), bar * 0.45),
          corner(hand.about(0.02, 0.03), bar * hand.about(0.96, 0.03)),
          knot(right * 0.5, bar + hand.about(0.01, 0.02)),
          corner(right + hand.about(0.1, 0.04), bar - hand.about(0.02, 0.03)),
        ],
        [knot(right, hand.about(0.02, 0.04)), knot(right, 0.5), knot(right - hand.about(0.03, 0.04), 1)],
      ];
    },
  },
  {
    name: 'like a Y',
    weight: 7,
    strokes: (hand) => {
      const joint = hand.about(0.44, 0.06);
      return [
        [
          knot(hand.about(0.04, 0.05), hand.about(0.04, 0.06)),
          knot(hand.about(0.1, 0.04), joint * hand.about(0.72, 0.08)),
          knot(hand.about(0.54, 0.05), joint),
        ],
        stem(hand, hand.about(0.02, 0.06)),
      ];
    },
  },
  {
    name: 'second stroke short',
    weight: 9,
    strokes: (hand) => {
      const bar = hand.about(0.69, 0.06);
      const right = hand.about(0.36, 0.08);
      return [
        [
          ...tallLeft(hand, bar),
          (hand.chance(0.6) ? corner : knot)(hand.about(0.02, 0.02), bar),
          knot(right + hand.about(0.13, 0.06), bar - hand.about(0.03, 0.04)),
        ],
        [
          knot(right + hand.about(0.02, 0.03), bar - hand.between(0.08, 0.32)),
          knot(right + hand.about(0, 0.015), hand.about(0.8, 0.02)),
          knot(right - hand.about(0.03, 0.04), 1),
        ],
      ];
    },
  },
  {
    name: 'tall, in one stroke',
    weight: 6,
    strokes: (hand) => {
      const bar = hand.about(0.66, 0.06);
      const right = hand.about(0.35, 0.08);
      return [
        [
          ...tallLeft(hand, bar),
          knot(hand.about(0.09, 0.03), bar),
          knot(right * hand.about(0.75, 0.06), bar - hand.about(0.05, 0.03)),
          corner(right + hand.about(0.02, 0.03), bar - hand.between(0.12, 0.34)),
          knot(right + hand.about(0, 0.015), hand.about(0.8, 0.02)),
          knot(right - hand.about(0.03, 0.05), 1),
        ],
      ];
    },
  },
  {
    name: 'like a lightning bolt',
    weight: 5,
    strokes: (hand) => {
      const turn = hand.chance(0.65) ? corner : knot;
      const right = hand.about(0.46, 0.07);
      return [
        [
          knot(hand.about(0.36, 0.09), 0),
          turn(hand.about(0, 0.03), hand.about(0.52, 0.05)),
          turn(right, hand.about(0.46, 0.05)),
          knot(right - hand.about(0.16, 0.08), 1),
        ],
      ];
    },
  },
];
