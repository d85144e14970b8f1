import { HELD_OUT_OF, heldOutOf, type OwnDigit } from '../../model/own-digit';
import type { LabState } from '../lab-state';
import { isActive, isTrained } from '../selectors';

/** A person's digits to learn from and those to judge by; undefined while there is nothing to fine-tune, or with too few. */
export function fineTuneParts(
  state: LabState,
): Readonly<Record<'learnt' | 'heldOut', readonly OwnDigit[]>> | undefined {
  const { digits } = state.ownDigits;
  if (digits.length < HELD_OUT_OF || !isTrained(state) || isActive(state.run.phase)) return undefined;
  const held = heldOutOf(digits, state.fineTuning.learntFrom);
  return {
    learnt: digits.filter(({ id }) => !held.has(id)),
    heldOut: digits.filter(({ id }) => held.has(id)),
  };
}
