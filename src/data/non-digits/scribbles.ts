import type { Hand } from '../synthetic/hand';
import type { Stroke } from '../synthetic/stroke';
import { doodle } from './scribbles/doodles';
import { crossedOut, dots, face, onStem, pointed, polygon } from './scribbles/figures';
import { arrow, cross, hatching, parallels, sign, stairs, star, strewn } from './scribbles/lines';
import { careless, disc, patch } from './scribbles/masses';
import type { Scribble } from './scribbles/scribble';
import { curls, loops, overAndOver, rings, spiral, spring, wave } from './scribbles/turns';
import { bows, drifting, fewPoints, jittering, tangle, wandering } from './scribbles/walks';

/** How often each kind is scribbled: oftener what has many looks or comes near to a digit. */
const KINDS: readonly (readonly [weight: number, kind: Scribble])[] = [
  [1, wandering],
  [1, tangle],
  [4, fewPoints],
  [2, drifting],
  [1, jittering],
  [2, bows],
  [1, spiral],
  [1, loops],
  [1, wave],
  [1, curls],
  [2, overAndOver],
  [1, spring],
  [1, rings],
  [1, hatching],
  [1, strewn],
  [1, star],
  [1, arrow],
  [3, sign],
  [1, stairs],
  [1, parallels],
  [1, cross],
  [1, polygon],
  [1, pointed],
  [1, onStem],
  [1, face],
  [1, dots],
  [1, crossedOut],
  [1.5, patch],
  [0.5, careless],
  [0.5, disc],
  [6, doodle],
];

const WHOLE = KINDS.reduce((sum, [weight]) => sum + weight, 0);

/** Any kind, as often as its weight says. */
export function scribble(hand: Hand): Stroke[] {
  let left = hand.between(0, WHOLE);
  const chosen = KINDS.find(([weight]) => {
    left -= weight;
    return left < 0;
  });
  return (chosen?.[1] ?? doodle)(hand);
}
