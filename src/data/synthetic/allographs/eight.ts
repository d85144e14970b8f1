import type { Hand } from '../hand';
import { arc, type Knot, knot } from '../stroke';
import type { Allograph } from './allograph';

/** Proportions of the two loops. */
interface Loops {
  readonly waist: number;
  /** Middles and half widths. */
  readonly upperX: number;
  readonly lowerX: number;
  readonly upper: number;
  readonly lower: number;
}

const loopsOf = (hand: Hand): Loops => ({
  waist: hand.about(0.48, 0.05),
  upperX: hand.about(0.3, 0.04),
  lowerX: hand.about(0.3, 0.04),
  upper: hand.about(0.225, 0.075),
  lower: hand.about(0.245, 0.085),
});

/** From the top through the waist, around the lower loop and back up to the right of the upper one. */
function figure(hand: Hand, { waist, upperX, lowerX, upper, lower }: Loops): Knot[] {
  const middle = (waist + 1) / 2;
  return [
    knot(upperX, hand.about(0, 0.02)),
    knot(upperX - upper, waist * hand.about(0.48, 0.06)),
    knot(hand.about(0.3, 0.03), waist),
    knot(lowerX + lower, middle + hand.about(0.02, 0.03)),
    knot(lowerX, hand.about(1, 0.015)),
    knot(lowerX - lower, middle + hand.about(0.02, 0.03)),
    knot(hand.about(0.3, 0.03), waist + hand.about(0, 0.02)),
    knot(upperX + upper, waist * hand.about(0.45, 0.06)),
  ];
}

export const EIGHT: readonly Allograph[] = [
  {
    name: 'one stroke, closed',
    weight: 54,
    strokes: (hand) => [
      [
        knot(hand.about(0.46, 0.1), hand.about(0.1, 0.06)),
        ...figure(hand, loopsOf(hand)),
        knot(hand.about(0.43, 0.08), hand.about(0.05, 0.06)),
      ],
    ],
  },
  {
    name: 'open at the top',
    weight: 26,
    strokes: (hand) => [
      [
        knot(hand.about(0.58, 0.11), hand.about(0.12, 0.08)),
        ...figure(hand, loopsOf(hand)),
        knot(hand.about(0.57, 0.12), hand.about(0.05, 0.09)),
      ],
    ],
  },
  {
    name: 'two circles',
    weight: 10,
    strokes: (hand) => {
      const { waist, upperX, lowerX, upper, lower } = loopsOf(hand);
      const sweep = -hand.about(362, 10);
      return [
        arc({ x: upperX, y: waist / 2, rx: upper, ry: waist / 2, from: hand.about(-80, 40), sweep }),
        arc({
          x: lowerX,
          y: (1 + waist) / 2,
          rx: lower,
          ry: (1 - waist) / 2,
          from: hand.about(-80, 40),
          sweep,
        }),
      ];
    },
  },
  {
    name: 'begun at the waist',
    weight: 10,
    strokes: (hand) => {
      const { waist, upperX, lowerX, upper, lower } = loopsOf(hand);
      return [
        [
          knot(hand.about(0.3, 0.05), waist + hand.about(0, 0.03)),
          knot(upperX - upper, waist * 0.5),
          knot(upperX, 0),
          knot(upperX + upper, waist * 0.45),
          knot(hand.about(0.3, 0.04), waist),
          knot(lowerX - lower, (1 + waist) / 2),
          knot(lowerX, 1),
          knot(lowerX + lower, (1 + waist) / 2),
          knot(hand.about(0.32, 0.05), waist + hand.about(0.01, 0.03)),
        ],
      ];
    },
  },
  {
    name: 'begun towards the right',
    weight: 16,
    strokes: (hand) => [
      [
        knot(hand.about(0.46, 0.1), hand.about(0.1, 0.06)),
        ...figure(hand, loopsOf(hand)),
        knot(hand.about(0.48, 0.1), hand.about(0.05, 0.07)),
      ].map(({ x, y, sharp }) => ({ x: 0.6 - x, y, sharp })),
    ],
  },
  {
    name: 'small head',
    weight: 7,
    strokes: (hand) => [
      [
        knot(hand.about(0.42, 0.05), hand.about(0.08, 0.04)),
        ...figure(hand, {
          ...loopsOf(hand),
          waist: hand.about(0.34, 0.04),
          upper: hand.about(0.14, 0.03),
        }),
        knot(hand.about(0.4, 0.06), hand.about(0.04, 0.04)),
      ],
    ],
  },
  {
    name: 'open, with long ends',
    weight: 6,
    strokes: (hand) => [
      [
        knot(hand.about(0.72, 0.12), hand.about(0.1, 0.06)),
        ...figure(hand, loopsOf(hand)),
        knot(hand.about(0.68, 0.12), hand.about(-0.02, 0.07)),
      ],
    ],
  },
  {
    name: 'begun left of the waist',
    weight: 4,
    strokes: (hand) => {
      const { waist, upperX, lowerX, upper, lower } = loopsOf(hand);
      return [
        [
          knot(hand.between(-0.24, 0.06), waist - hand.about(0.04, 0.05)),
          knot(hand.about(0.3, 0.04), waist + hand.about(0.02, 0.02)),
          knot(lowerX + lower, (1 + waist) / 2),
          knot(lowerX, 1),
          knot(lowerX - lower, (1 + waist) / 2),
          knot(hand.about(0.3, 0.04), waist),
          knot(upperX + upper, waist * 0.5),
          knot(upperX, 0),
          knot(upperX - upper, waist * 0.45),
          knot(hand.about(0.26, 0.05), waist - hand.about(0.02, 0.03)),
        ],
      ];
    },
  },
  {
    name: 'open at the foot',
    weight: 3,
    strokes: (hand) => {
      const { waist, upperX, upper, lower } = loopsOf(hand);
      return [
        [
          knot(0.3 - lower, hand.about(1, 0.03)),
          knot(hand.about(0.28, 0.03), waist),
          knot(upperX + upper, waist * 0.48),
          knot(upperX, 0),
          knot(upperX - upper, waist * 0.48),
          knot(hand.about(0.32, 0.03), waist),
          knot(0.3 + lower, hand.about(1, 0.03)),
        ],
      ];
    },
  },
];
