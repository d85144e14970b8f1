import type { Hand } from '../hand';
import { arc, type Knot, knot } from '../stroke';
import type { Allograph } from './allograph';

/** From the upper right over the top, through the waist, around the lower loop and back up to the waist. */
function figure(hand: Hand): Knot[] {
  const waist = hand.about(0.47, 0.04);
  const upper = hand.about(0.22, 0.07);
  const lower = hand.about(0.25, 0.07);
  const lowerMiddle = (waist + 1) / 2;
  return [
    knot(0.3, hand.about(0, 0.02)),
    knot(0.3 - upper, waist * hand.about(0.48, 0.06)),
    knot(hand.about(0.3, 0.03), waist),
    knot(0.3 + lower, lowerMiddle + hand.about(0.02, 0.03)),
    knot(hand.about(0.28, 0.04), hand.about(1, 0.015)),
    knot(0.3 - lower, lowerMiddle + hand.about(0.02, 0.03)),
    knot(hand.about(0.3, 0.03), waist + hand.about(0, 0.02)),
    knot(0.3 + upper, waist * hand.about(0.45, 0.06)),
  ];
}

export const EIGHT: readonly Allograph[] = [
  {
    name: 'one stroke, closed',
    weight: 56,
    strokes: (hand) => [
      [
        knot(hand.about(0.48, 0.06), hand.about(0.09, 0.04)),
        ...figure(hand),
        knot(hand.about(0.44, 0.05), hand.about(0.04, 0.04)),
      ],
    ],
  },
  {
    name: 'open at the top',
    weight: 24,
    strokes: (hand) => [
      [
        knot(hand.about(0.6, 0.08), hand.about(0.12, 0.06)),
        ...figure(hand),
        knot(hand.about(0.6, 0.08), hand.about(0.04, 0.07)),
      ],
    ],
  },
  {
    name: 'two circles',
    weight: 12,
    strokes: (hand) => {
      const waist = hand.about(0.46, 0.04);
      const sweep = -hand.about(362, 10);
      const upper = { x: hand.about(0.3, 0.03), rx: hand.about(0.22, 0.04), y: waist / 2, ry: waist / 2 };
      const lower = {
        x: hand.about(0.3, 0.03),
        rx: hand.about(0.26, 0.04),
        y: (1 + waist) / 2,
        ry: (1 - waist) / 2,
      };
      return [
        arc({ ...upper, from: hand.about(-80, 40), sweep }),
        arc({ ...lower, from: hand.about(-80, 40), sweep }),
      ];
    },
  },
  {
    name: 'begun at the waist',
    weight: 8,
    strokes: (hand) => {
      const waist = hand.about(0.47, 0.04);
      const upper = hand.about(0.23, 0.04);
      const lower = hand.about(0.27, 0.04);
      return [
        [
          knot(hand.about(0.3, 0.04), waist),
          knot(0.3 - upper, waist * 0.5),
          knot(hand.about(0.3, 0.04), 0),
          knot(0.3 + upper, waist * 0.45),
          knot(hand.about(0.3, 0.04), waist),
          knot(0.3 - lower, (1 + waist) / 2),
          knot(hand.about(0.3, 0.04), 1),
          knot(0.3 + lower, (1 + waist) / 2),
          knot(hand.about(0.32, 0.04), waist + hand.about(0.01, 0.03)),
        ],
      ];
    },
  },
];
