import type { AddressNote } from '../model/address';
import { attempt } from '../model/attempt';
import type { Settings } from '../model/settings';
import { CAPABILITIES } from './capabilities';
import type { LabEvent, LabState } from './lab-state';
import type { StartLesson } from './lessons/open-lesson';
import type { View } from './selection/selection-address';
import { handle } from './slice';

export function initialState(
  settings: Settings,
  notes: readonly AddressNote[],
  view?: View,
  lesson?: StartLesson,
): LabState {
  const start = { settings, notes, view, lesson };
  return Object.assign({}, ...CAPABILITIES.map(({ slice }) => slice.initial(start)));
}

/** Each slice answers an event for its own fields, from the state before it; those of one that throws stay as they were. */
export function reduce(state: LabState, event: LabEvent): LabState {
  const changes = CAPABILITIES.map(({ slice }) => attempt(() => handle(slice.on, event, state, event)));
  return Object.assign({}, state, ...changes);
}
