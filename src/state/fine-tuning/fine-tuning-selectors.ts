import { HELD_OUT_OF, heldOutOf, type OwnDigit } from '../../model/own-digit';
import { isLookingBack, isTrained } from '../network/network-selectors';
import type { NetworkSlice } from '../network/network-slice';
import type { OwnDigitsSlice } from '../own-digits/own-digits-slice';
import type { RunSlice } from '../run/run-slice';
import { isActive } from '../run/run-state';
import type { FineTuningSlice } from './fine-tuning-slice';

/** The weights in use are not those that a run or the page's own network left. */
export const isFineTuned = ({ fineTuning: { learntFrom } }: FineTuningSlice): boolean => learntFrom.size > 0;

/** What decides whether, and on what, the network can be fine-tuned. */
export type FineTunable = FineTuningSlice & OwnDigitsSlice & NetworkSlice & RunSlice;

/** A person's digits to learn from and those to judge by; undefined while there is nothing to fine-tune, or with too few. */
export function fineTuneParts(
  state: FineTunable,
): Readonly<Record<'learnt' | 'heldOut', readonly OwnDigit[]>> | undefined {
  const { digits } = state.ownDigits;
  const mayNot = !isTrained(state) || isActive(state.run.phase) || isLookingBack(state);
  if (digits.length < HELD_OUT_OF || mayNot) return undefined;
  const held = heldOutOf(digits, state.fineTuning.learntFrom);
  return {
    learnt: digits.filter(({ id }) => !held.has(id)),
    heldOut: digits.filter(({ id }) => held.has(id)),
  };
}
