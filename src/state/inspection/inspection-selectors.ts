import type { Part, Readings } from '../../protocol/data/images';
import type { Evaluation } from '../../protocol/run';
import type { DataSlice } from '../data/data-slice';
import { isFineTuned } from '../fine-tuning/fine-tuning-selectors';
import type { FineTuningSlice } from '../fine-tuning/fine-tuning-slice';
import { isTrained } from '../network/network-selectors';
import type { NetworkSlice } from '../network/network-slice';
import { keptValidation } from '../run/kept-epoch';
import { trainedOnOtherData } from '../run/run-selectors';
import type { RunSlice } from '../run/run-slice';
import { isActive } from '../run/run-state';
import type { SelectionSlice } from '../selection/selection-slice';
import type { InspectionSlice } from './inspection-slice';

type Altered = InspectionSlice & FineTuningSlice;
type Shown = Altered & RunSlice & SelectionSlice;

/** The weights in use are not those that the run left. */
const isAltered = (state: Altered): boolean =>
  state.interventions !== undefined || isFineTuned(state) || state.ofPresent !== undefined;

/** The part that matrix, report and gallery are about. */
export const shownPart = (state: Shown): Part =>
  state.selection.part ??
  (state.readings.test || (state.run.test && !isAltered(state)) ? 'test' : 'validation');

/** The images of the data in use that the network was measured on last: test images where it was, else validation. */
export function measured(
  state: Altered & RunSlice & DataSlice,
): { readonly part: Part; readonly evaluation: Evaluation } | undefined {
  const { readings, run } = state;
  const isOfRun = !isAltered(state) && !trainedOnOtherData(state);
  const test = readings.test?.evaluation ?? (isOfRun ? run.test : undefined);
  if (test) return { part: 'test', evaluation: test };
  const validation = readings.validation?.evaluation ?? (isOfRun ? keptValidation(run).at(-1) : undefined);
  return validation && { part: 'validation', evaluation: validation };
}

/** What was read in it; undefined until it has been read. */
export const shownReadings = (state: Shown): Readings | undefined => state.readings[shownPart(state)];

/** Why there is nothing to show of these images. */
export function whyUnread(state: Shown & NetworkSlice): 'untrained' | 'first-epoch' | 'unread' {
  const active = isActive(state.run.phase);
  if (active && shownPart(state) === 'validation' && state.run.validation.length === 0) return 'first-epoch';
  return active || isTrained(state) ? 'unread' : 'untrained';
}

/**
 * Their evaluation; where only that is left of a run, as when its network had to be made anew, the run's own, unless
 * other data are in use now.
 */
export function shownEvaluation(state: Shown & DataSlice): Evaluation | undefined {
  const read = shownReadings(state)?.evaluation;
  if (read || isAltered(state) || trainedOnOtherData(state)) return read;
  const part = shownPart(state);
  switch (part) {
    case 'validation':
      return keptValidation(state.run).at(-1);
    case 'test':
      return state.run.test;
    case 'train':
      return undefined;
    default:
      return part satisfies never;
  }
}
