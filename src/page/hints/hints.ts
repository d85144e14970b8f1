import { isBlank, isCleared } from '../../state/drawing/drawing-selectors';
import type { LabState } from '../../state/lab-state';
import { isTrained } from '../../state/network/network-selectors';
import { isActive } from '../../state/run/run-state';

/** What a newcomer is led to, in this order. */
export const HINTS = ['draw', 'answer', 'train', 'break'] as const;
export type HintId = (typeof HINTS)[number];

/** Whether a person has done what the hint leads to. */
export function isDone(hint: HintId, state: LabState): boolean {
  switch (hint) {
    case 'draw':
      return !isBlank(state) || isCleared(state);
    case 'answer':
      // For another digit.
      return isCleared(state);
    case 'train':
      return state.run.settings !== undefined;
    case 'break':
      return state.interventions !== undefined;
    default:
      return hint satisfies never;
  }
}

/** `wait`: its time comes, and no later hint is shown before. `skip`: there is nothing that it could be about. */
function turnOf(hint: HintId, state: LabState): 'show' | 'wait' | 'skip' {
  switch (hint) {
    case 'draw':
      return 'show';
    case 'answer':
      if (isBlank(state) || state.answer.kind === 'untrained') return 'skip';
      return state.answer.kind === 'read' ? 'show' : 'wait';
    case 'train':
      return isActive(state.run.phase) ? 'wait' : 'show';
    case 'break':
      return isTrained(state) && !isActive(state.run.phase) ? 'show' : 'wait';
    default:
      return hint satisfies never;
  }
}

/** The one hint to show: the first that is still to come, once it can be followed. */
export function hintToShow(closed: readonly HintId[], state: LabState): HintId | undefined {
  const next = HINTS.filter((hint) => !closed.includes(hint)).find((hint) => turnOf(hint, state) !== 'skip');
  return next && turnOf(next, state) === 'show' ? next : undefined;
}
