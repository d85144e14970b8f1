import type { Hand } from '../hand';
import { corner, type Knot, knot } from '../stroke';
import type { Allograph } from './allograph';

/** From the start on the left over the top and down towards the foot. */
function arch(hand: Hand): Knot[] {
  const right = hand.about(0.66, 0.07);
  const widest = hand.about(0.26, 0.06);
  return [
    ...start(hand),
    knot(hand.about(0.34, 0.06), 0),
    knot(right, widest),
    knot(right * hand.about(0.75, 0.09), widest + hand.about(0.34, 0.05)),
  ];
}

/** Where the pen is put down: below the top's left end, often after a small curl. */
function start(hand: Hand): Knot[] {
  const left = hand.about(0.05, 0.06);
  const down = hand.about(0.24, 0.1);
  if (!hand.chance(0.2)) return [knot(left, down)];
  return [knot(left + hand.about(0.14, 0.05), down + hand.about(0.1, 0.04)), knot(left, down)];
}

const base = (hand: Hand): Knot[] => [
  knot(hand.about(0.38, 0.05), hand.about(0.94, 0.05)),
  knot(hand.about(0.82, 0.22), hand.about(0.97, 0.1)),
];

/** The foot as a loop on the left, which the tail leaves to the right, falling. */
function loopedFoot(hand: Hand): Knot[] {
  const width = hand.between(0.1, 0.66);
  const height = hand.between(0.09, 0.4);
  const bottom = hand.about(0.94, 0.05);
  const left = hand.about(-0.04, 0.06);
  return [
    knot(left + width * 0.7, bottom - height * 0.15),
    knot(left + width * 0.25, bottom),
    knot(left, bottom - height * 0.5),
    knot(left + width * 0.4, bottom - height),
    knot(left + width * 1.05 + 0.05, bottom - height * hand.about(0.55, 0.15)),
    knot(hand.about(0.84, 0.18), hand.about(0.95, 0.1)),
  ];
}

export const TWO: readonly Allograph[] = [
  {
    name: 'sharp at the foot',
    weight: 30,
    strokes: (hand) => [[...arch(hand), corner(hand.about(0, 0.08), hand.about(0.96, 0.04)), ...base(hand)]],
  },
  { name: 'looped at the foot', weight: 52, strokes: (hand) => [[...arch(hand), ...loopedFoot(hand)]] },
  {
    name: 'round at the foot',
    weight: 10,
    strokes: (hand) => [
      [
        ...arch(hand),
        knot(hand.about(0.08, 0.04), hand.about(0.86, 0.03)),
        knot(hand.about(0.16, 0.04), hand.about(0.98, 0.02)),
        knot(hand.about(0.5, 0.05), hand.about(0.97, 0.03)),
        knot(hand.about(0.84, 0.08), hand.about(0.9, 0.07)),
      ],
    ],
  },
  {
    name: 'like a Z',
    weight: 12,
    strokes: (hand) => [
      [
        corner(hand.about(0, 0.05), hand.about(0.08, 0.06)),
        knot(hand.about(0.35, 0.05), hand.about(0, 0.03)),
        corner(hand.about(0.66, 0.06), hand.about(0.1, 0.05)),
        knot(hand.about(0.4, 0.06), hand.about(0.52, 0.06)),
        corner(hand.about(0, 0.05), hand.about(0.97, 0.03)),
        ...base(hand),
      ],
    ],
  },
  {
    name: 'upright stem',
    weight: 8,
    strokes: (hand) => {
      const stem = hand.about(0.34, 0.06);
      return [
        [
          knot(hand.about(0.06, 0.06), hand.about(0.16, 0.06)),
          knot(stem * 0.6, 0),
          knot(stem, hand.about(0.18, 0.05)),
          knot(stem - hand.about(0.02, 0.03), 0.55),
          ...(hand.chance(0.5)
            ? loopedFoot(hand)
            : [corner(stem * hand.about(0.4, 0.3), hand.about(0.95, 0.04)), ...base(hand)]),
        ],
      ];
    },
  },
];
