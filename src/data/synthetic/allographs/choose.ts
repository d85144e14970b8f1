import type { Hand } from '../hand';
import type { Allograph } from './allograph';
import { EIGHT } from './eight';
import { FIVE } from './five';
import { FOUR } from './four';
import { NINE } from './nine';
import { ONE } from './one';
import { SEVEN } from './seven';
import { SIX } from './six';
import { THREE } from './three';
import { TWO } from './two';
import { ZERO } from './zero';

/** The ways of writing each digit, 0 to 9. */
export const ALLOGRAPHS: readonly (readonly Allograph[])[] = [
  ZERO,
  ONE,
  TWO,
  THREE,
  FOUR,
  FIVE,
  SIX,
  SEVEN,
  EIGHT,
  NINE,
];

const TOTALS = ALLOGRAPHS.map((ways) => ways.reduce((sum, { weight }) => sum + weight, 0));

/** One way of writing the digit, each as often as its weight says. */
export function chooseAllograph(hand: Hand, digit: number): Allograph {
  const ways = ALLOGRAPHS[digit] as readonly Allograph[];
  let left = hand.between(0, TOTALS[digit] as number);
  for (const way of ways) {
    left -= way.weight;
    if (left < 0) return way;
  }
  return ways[0] as Allograph;
}
