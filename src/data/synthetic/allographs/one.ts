import type { Hand } from '../hand';
import { corner, knot, type Stroke } from '../stroke';
import type { Allograph } from './allograph';

/** The upright, bent a little. */
const stem = (hand: Hand): Stroke => [knot(0, 0), knot(hand.about(0, 0.035), 0.5), knot(0, 1)];

/** The upstroke that leads to the top: from as far as half-way down. */
const flag = (hand: Hand): Stroke => {
  const down = hand.between(0.08, 0.48);
  return [
    corner(-down * hand.about(0.85, 0.2), down),
    knot(-down * 0.4, down * hand.about(0.42, 0.08)),
    corner(0, 0),
    knot(hand.about(0, 0.02), 0.5),
    knot(0, 1),
  ];
};

const foot = (hand: Hand): Stroke => {
  const height = hand.about(0.99, 0.015);
  return [
    corner(-hand.about(0.28, 0.09), height + hand.about(0, 0.02)),
    corner(hand.about(0.28, 0.09), height + hand.about(0, 0.02)),
  ];
};

export const ONE: readonly Allograph[] = [
  { name: 'plain', weight: 76, strokes: (hand) => [stem(hand)] },
  { name: 'with a flag', weight: 12, strokes: (hand) => [flag(hand)] },
  { name: 'with flag and foot', weight: 9, strokes: (hand) => [flag(hand), foot(hand)] },
  { name: 'with a foot', weight: 3, strokes: (hand) => [stem(hand), foot(hand)] },
];
