import type { Hand } from '../hand';
import { corner, type Knot, knot } from '../stroke';
import type { Allograph } from './allograph';

/** From the waist around the lower bowl to the end on the left. */
function lowerBowl(hand: Hand, waist: number): Knot[] {
  const right = hand.about(0.62, 0.09);
  return [
    knot(right * hand.about(0.8, 0.05), waist + hand.about(0.07, 0.025)),
    knot(right, hand.about(0.72, 0.05)),
    knot(hand.about(0.34, 0.06), hand.about(0.99, 0.02)),
    knot(hand.about(0.01, 0.1), hand.about(0.89, 0.09)),
  ];
}

/** From the start on the left over the top to the right of the upper bowl. */
function upperBowl(hand: Hand, waist: number): Knot[] {
  const right = hand.about(0.58, 0.08);
  return [
    knot(hand.about(0.07, 0.08), hand.about(0.14, 0.07)),
    knot(hand.about(0.32, 0.06), hand.about(0, 0.02)),
    knot(right, waist * hand.about(0.45, 0.07)),
    knot(right * hand.about(0.8, 0.06), waist * hand.about(0.85, 0.04)),
  ];
}

const waistOf = (hand: Hand): number => hand.about(0.47, 0.055);

export const THREE: readonly Allograph[] = [
  {
    name: 'two bowls',
    weight: 52,
    strokes: (hand) => {
      const waist = waistOf(hand);
      return [[...upperBowl(hand, waist), corner(hand.about(0.25, 0.11), waist), ...lowerBowl(hand, waist)]];
    },
  },
  {
    name: 'looped at the waist',
    weight: 16,
    strokes: (hand) => {
      const waist = waistOf(hand);
      const loop = hand.between(0.03, 0.1);
      const left = hand.about(0.24, 0.06);
      return [
        [
          ...upperBowl(hand, waist),
          knot(left + loop, waist + loop),
          knot(left, waist + loop * 0.4),
          knot(left + loop, waist - loop * 0.3),
          ...lowerBowl(hand, waist),
        ],
      ];
    },
  },
  {
    name: 'flat top',
    weight: 10,
    strokes: (hand) => {
      const waist = hand.about(0.4, 0.04);
      return [
        [
          corner(hand.about(0.02, 0.05), hand.about(0.03, 0.03)),
          corner(hand.about(0.6, 0.06), hand.about(0.01, 0.03)),
          corner(hand.about(0.26, 0.06), waist),
          ...lowerBowl(hand, waist),
        ],
      ];
    },
  },
  {
    name: 'shallow waist',
    weight: 12,
    strokes: (hand) => {
      const waist = waistOf(hand);
      return [[...upperBowl(hand, waist), knot(hand.about(0.4, 0.04), waist), ...lowerBowl(hand, waist)]];
    },
  },
  {
    name: 'straight tail',
    weight: 14,
    strokes: (hand) => {
      const waist = waistOf(hand);
      const right = hand.about(0.55, 0.08);
      return [
        [
          ...upperBowl(hand, waist),
          corner(hand.about(0.26, 0.09), waist),
          knot(right * hand.about(0.85, 0.05), waist + hand.about(0.08, 0.03)),
          knot(right, hand.about(0.68, 0.04)),
          knot(hand.about(0.4, 0.06), hand.about(0.88, 0.03)),
          knot(hand.about(0.1, 0.1), 1),
        ],
      ];
    },
  },
];
