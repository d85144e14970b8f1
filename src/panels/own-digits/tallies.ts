import type { Tally } from '../../metrics/interval';
import type { OwnDigit } from '../../model/own-digit';
import type { ImageReadings } from '../../protocol/fine-tune';

/** How many of a person's digits are read right: those that the network has learnt from say little of a hand. */
export interface OwnTallies {
  readonly unseen: Tally;
  readonly learnt: Tally;
}

/** @param learntFrom - ids of the digits that the network in use has learnt from */
export function ownTallies(
  digits: readonly OwnDigit[],
  { predicted }: ImageReadings,
  learntFrom: ReadonlySet<string>,
): OwnTallies {
  const tally = (isLearnt: boolean): Tally => {
    const those = [...digits.entries()].filter(([, { id }]) => learntFrom.has(id) === isLearnt);
    return { images: those.length, right: those.filter(([i, { label }]) => predicted[i] === label).length };
  };
  return { unseen: tally(false), learnt: tally(true) };
}
