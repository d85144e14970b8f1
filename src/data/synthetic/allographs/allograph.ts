import type { Hand } from '../hand';
import type { Stroke } from '../stroke';

/** One way in which people write a digit. */
export interface Allograph {
  readonly name: string;
  /** How often it is chosen, relative to the digit's other ways. */
  readonly weight: number;
  /** Its strokes, in the order of writing, with the proportions that this hand gives them. */
  readonly strokes: (hand: Hand) => readonly Stroke[];
}
