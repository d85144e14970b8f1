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

/**
 * As long as half of the stem, flat at first. It rises to the top, where a seven's bar comes level: else it would be
 * one.
 */
const longFlag = (hand: Hand): Stroke => {
  const out = hand.between(0.28, 0.66);
  const down = hand.between(0.26, 0.38) + 0.38 * out;
  const lean = hand.about(0.05, 0.07);
  return [
    knot(-out, down * hand.about(0.96, 0.05)),
    knot(-out * hand.about(0.55, 0.06), down * hand.about(0.7, 0.12)),
    corner(0, 0),
    knot(hand.about(-0.5 * lean, 0.02), 0.5),
    knot(-lean, 1),
  ];
};

/** Beside the stem nearly all the way up. */
const steepFlag = (hand: Hand): Stroke => {
  const down = hand.between(0.45, 0.82);
  return [
    knot(-hand.between(0.2, 0.45) * down, down),
    knot(-hand.between(0.04, 0.12), down * hand.about(0.42, 0.06)),
    (hand.chance(0.5) ? corner : knot)(0, 0),
    knot(hand.about(0, 0.02), 0.5),
    knot(hand.about(0, 0.04), 1),
  ];
};

/** Ends in a turn to one side. */
const turned = (stroke: Stroke, side: number): Stroke => [
  ...stroke.slice(0, -1),
  knot((stroke.at(-1)?.x ?? 0) + 0.1 * side, 0.93),
  knot((stroke.at(-1)?.x ?? 0) + side, 1),
];

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
  { name: 'with a long flag', weight: 12, strokes: (hand) => [longFlag(hand)] },
  { name: 'with long flag and foot', weight: 3, strokes: (hand) => [longFlag(hand), foot(hand)] },
  { name: 'with a steep flag', weight: 4, strokes: (hand) => [steepFlag(hand)] },
  {
    name: 'turned at the foot',
    weight: 6,
    strokes: (hand) => [
      turned(
        hand.chance(0.5) ? flag(hand) : longFlag(hand),
        hand.chance(0.6) ? hand.between(0.06, 0.22) : -hand.between(0.06, 0.3),
      ),
    ],
  },
];
