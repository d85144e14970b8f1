import type { Hand } from '../hand';
import { corner, type Knot, knot, type Stroke } from '../stroke';
import type { Allograph } from './allograph';

/** From the top of the belly to the end on the left. */
function belly(hand: Hand, top: number): Knot[] {
  const right = hand.about(0.6, 0.1);
  return [
    knot(right * hand.about(0.6, 0.06), top - hand.about(0.03, 0.035)),
    knot(right, top + (1 - top) * hand.about(0.42, 0.06)),
    knot(right * hand.about(0.55, 0.08), hand.about(0.98, 0.02)),
    knot(hand.about(0, 0.09), hand.about(0.85, 0.12)),
  ];
}

const upright = (hand: Hand, top: number): Knot[] => [
  knot(hand.about(0.14, 0.04), hand.about(0.02, 0.03)),
  corner(hand.about(0.07, 0.05), top),
];

const bar = (hand: Hand, from: number, height: number): Stroke => [
  knot(from, height),
  knot(hand.about(0.7, 0.2), height - hand.about(0.02, 0.05)),
];

const bellyTop = (hand: Hand): number => hand.about(0.44, 0.07);

export const FIVE: readonly Allograph[] = [
  {
    name: 'bar put on at the end',
    weight: 44,
    strokes: (hand) => {
      const top = bellyTop(hand);
      return [
        [...upright(hand, top), ...belly(hand, top)],
        bar(hand, hand.about(0.13, 0.04), hand.about(0.02, 0.03)),
      ];
    },
  },
  {
    name: 'bar detached',
    weight: 14,
    strokes: (hand) => {
      const top = bellyTop(hand);
      return [
        [...upright(hand, top), ...belly(hand, top)],
        bar(hand, hand.about(0.26, 0.07), hand.about(-0.03, 0.05)),
      ];
    },
  },
  {
    name: 'in one stroke',
    weight: 24,
    strokes: (hand) => {
      const top = bellyTop(hand);
      return [
        [
          knot(hand.about(0.68, 0.16), hand.about(0, 0.05)),
          corner(hand.about(0.17, 0.05), hand.about(0.03, 0.02)),
          corner(hand.about(0.1, 0.05), top),
          ...belly(hand, top),
        ],
      ];
    },
  },
  {
    name: 'like an S',
    weight: 24,
    strokes: (hand) => {
      const top = hand.about(0.43, 0.05);
      return [
        [
          knot(hand.about(0.66, 0.1), hand.about(0, 0.05)),
          knot(hand.about(0.26, 0.06), hand.about(0.06, 0.03)),
          knot(hand.about(0.14, 0.04), top * hand.about(0.65, 0.06)),
          knot(hand.about(0.28, 0.05), top),
          knot(hand.about(0.58, 0.05), hand.about(0.66, 0.04)),
          knot(hand.about(0.34, 0.06), hand.about(0.98, 0.02)),
          knot(hand.about(0, 0.08), hand.about(0.87, 0.11)),
        ],
      ];
    },
  },
  {
    name: 'in one stroke, belly rolled in',
    weight: 5,
    strokes: (hand) => {
      const top = bellyTop(hand);
      return [
        [
          knot(hand.about(0.66, 0.12), hand.about(0, 0.05)),
          (hand.chance(0.5) ? corner : knot)(hand.about(0.18, 0.05), hand.about(0.04, 0.02)),
          (hand.chance(0.6) ? corner : knot)(hand.about(0.1, 0.04), top),
          ...belly(hand, top),
          knot(hand.about(0.05, 0.06), hand.about(0.7, 0.06)),
        ],
      ];
    },
  },
  {
    name: 'belly curled up',
    weight: 12,
    strokes: (hand) => {
      const top = bellyTop(hand);
      return [
        [...upright(hand, top), ...belly(hand, top), knot(hand.about(0.01, 0.06), hand.about(0.74, 0.06))],
        bar(hand, hand.about(0.14, 0.05), hand.about(0.02, 0.04)),
      ];
    },
  },
];
