import type { Hand } from '../hand';
import { corner, type Knot, knot, type Stroke } from '../stroke';
import type { Allograph } from './allograph';

/** Turned to the right. */
const hookedFoot = (hand: Hand, x: number): Knot[] => [knot(x, 0.95), knot(x + hand.about(0.12, 0.05), 1)];

/** From the top right corner to the foot. */
const stem = (hand: Hand, right: number): Knot[] => {
  const footX = hand.about(0.28, 0.11);
  return [
    corner(right, hand.about(0.04, 0.03)),
    knot((right + footX) / 2 + hand.about(-0.02, 0.04), 0.5),
    ...(hand.chance(0.08) ? hookedFoot(hand, footX) : [knot(footX, 1)]),
  ];
};

const top = (hand: Hand): Knot[] => [
  knot(hand.about(0, 0.06), hand.about(0.1, 0.08)),
  knot(hand.about(0.3, 0.05), hand.about(0.06, 0.05)),
];

/** The bar with a downstroke at its left end. */
const serifedTop = (hand: Hand): Knot[] => [
  knot(hand.about(0, 0.04), hand.between(0.14, 0.56)),
  corner(hand.about(0.02, 0.04), hand.about(0.06, 0.04)),
  knot(hand.about(0.3, 0.05), hand.about(0.06, 0.035)),
];

/** The bar after a small turn from below. */
const hookedTop = (hand: Hand): Knot[] => [
  knot(hand.about(0, 0.03), hand.about(0.22, 0.06)),
  knot(hand.about(0.05, 0.03), hand.about(0.07, 0.03)),
  knot(hand.about(0.3, 0.05), hand.about(0.09, 0.03)),
];

const rightOf = (hand: Hand): number => hand.about(0.64, 0.11);

const crossbar = (hand: Hand): Stroke => {
  const height = hand.about(0.54, 0.09);
  return [
    knot(hand.about(0.12, 0.09), height + hand.about(0.02, 0.04)),
    knot(hand.about(0.7, 0.09), height - hand.about(0.02, 0.04)),
  ];
};

/** Without lifting the pen: from the foot back up beside the stem, and off to the right as the cross-bar. */
function crossedFromFoot(hand: Hand): Stroke {
  const right = rightOf(hand);
  const foot = hand.about(0.24, 0.09);
  const height = hand.about(0.53, 0.05);
  const gap = hand.between(0.02, 0.23);
  const stemAt = (y: number): number => right + (foot - right) * y;
  const turn = hand.chance(0.4) ? corner : knot;
  return [
    ...(hand.chance(0.3) ? hookedTop(hand) : hand.chance(0.3) ? serifedTop(hand) : top(hand)),
    (hand.chance(0.55) ? knot : corner)(right, hand.about(0.05, 0.03)),
    knot(stemAt(0.5) + hand.about(0.01, 0.03), 0.5),
    turn(foot, 1),
    knot(stemAt(0.84) - gap * hand.about(0.85, 0.1), hand.about(0.84, 0.03)),
    knot(stemAt(0.68) - gap, height + hand.about(0.12, 0.02)),
    knot(stemAt(height) - gap * hand.about(0.45, 0.1), height),
    knot(right + hand.about(0.16, 0.09), height - hand.about(0.02, 0.045)),
  ];
}

/** Bowed to the left. */
function bowedStem(hand: Hand, right: number): Knot[] {
  const foot = hand.about(0.28, 0.08);
  return [
    (hand.chance(0.5) ? knot : corner)(right, hand.about(0.05, 0.03)),
    knot(right - (right - foot) * hand.about(0.65, 0.08), hand.about(0.42, 0.05)),
    knot(foot + hand.about(0.02, 0.03), hand.about(0.72, 0.03)),
    knot(foot + hand.about(-0.02, 0.05), 1),
  ];
}

export const SEVEN: readonly Allograph[] = [
  { name: 'plain', weight: 52, strokes: (hand) => [[...top(hand), ...stem(hand, rightOf(hand))]] },
  {
    name: 'serifed',
    weight: 16,
    strokes: (hand) => [[...serifedTop(hand), ...stem(hand, rightOf(hand))]],
  },
  {
    name: 'round at the top',
    weight: 16,
    strokes: (hand) => [
      [
        knot(hand.about(0, 0.05), hand.about(0.16, 0.06)),
        knot(hand.about(0.3, 0.06), hand.about(0.01, 0.03)),
        knot(hand.about(0.56, 0.06), hand.about(0.14, 0.05)),
        knot(hand.about(0.46, 0.06), hand.about(0.52, 0.05)),
        knot(hand.about(0.26, 0.1), 1),
      ],
    ],
  },
  {
    name: 'crossed',
    weight: 16,
    strokes: (hand) => [[...top(hand), ...stem(hand, rightOf(hand))], crossbar(hand)],
  },
  {
    name: 'serifed and crossed',
    weight: 7,
    strokes: (hand) => [[...serifedTop(hand), ...stem(hand, rightOf(hand))], crossbar(hand)],
  },
  {
    name: 'serif from above',
    weight: 6,
    strokes: (hand) => [
      [
        knot(hand.about(0, 0.04), hand.about(0, 0.05)),
        knot(hand.about(0.08, 0.04), hand.about(0.2, 0.05)),
        knot(hand.about(0.34, 0.05), hand.about(0.18, 0.05)),
        ...stem(hand, rightOf(hand)),
      ],
    ],
  },
  { name: 'crossed without lifting', weight: 18, strokes: (hand) => [crossedFromFoot(hand)] },
  {
    name: 'hooked, with a bowed stem',
    weight: 8,
    strokes: (hand) => [[...hookedTop(hand), ...bowedStem(hand, rightOf(hand))]],
  },
];
