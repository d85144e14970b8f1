import { needsOtherData } from '../../model/settings';
import { canStart, type Startable } from '../run/run-selectors';
import type { RunSlice } from '../run/run-slice';
import { isActive } from '../run/run-state';
import type { SettingsSlice } from '../settings/settings-slice';
import type { SessionsSlice } from './sessions-slice';

type State = SessionsSlice & Startable;

/**
 * Should the engine die now, the run under way goes on by itself: if it is not paused, nor to be paused or stopped, and an
 * engine that is started by the controls as they are will have its data.
 */
export const goesOn = ({
  run,
  settings,
  standing,
  isHalting,
}: RunSlice & SettingsSlice & SessionsSlice): boolean =>
  standing !== undefined &&
  isActive(run.phase) &&
  run.phase !== 'paused' &&
  !isHalting &&
  !needsOtherData(standing.checkpoint.settings, settings);

/** The data in use are, by all that can be told, those that the interrupted run was trained on. */
export function hasItsData({ interrupted, dataset, settings }: State): boolean {
  if (!interrupted || dataset.status !== 'ready') return false;
  const { checkpoint, run } = interrupted;
  return (
    !needsOtherData(checkpoint.settings, settings) &&
    dataset.id === checkpoint.settings.dataset &&
    dataset.train === run.data?.train &&
    dataset.official === run.data.official
  );
}

/** The interrupted run was to go on by itself, and is not any more, nor has it begun to. */
export function hasGivenUp(now: RunSlice & SessionsSlice, before: SessionsSlice): boolean {
  const isToGoOn = ({ isContinuing, isAsked }: SessionsSlice) => isContinuing || isAsked;
  if (!isToGoOn(before) || isToGoOn(now)) return false;
  const hasBegun = !now.interrupted && isActive(now.run.phase);
  return !hasBegun;
}

/** Whether the interrupted run can go on now. */
export function canContinue(state: State): boolean {
  return canStart(state) && hasItsData(state);
}
