import { needsOtherData } from '../../model/settings';
import { canStart, type Startable } from '../run/run-selectors';
import type { RunSlice } from '../run/run-slice';
import { isActive } from '../run/run-state';
import type { SettingsSlice } from '../settings/settings-slice';
import type { AskedRunSlice } from './asked-run-slice';
import type { SessionsSlice } from './sessions-slice';

type State = SessionsSlice & Startable;
/** All that is known of runs that an engine died over, or a page. */
export type Sessions = SessionsSlice & AskedRunSlice;

/**
 * Should the engine die now, the run under way goes on by itself, or the one that was asked for begins again: if it is not
 * paused, nor to be paused or stopped, and an engine that is started by the controls as they are will have its data.
 */
export function goesOn({
  run,
  settings,
  standing,
  askedRun,
  isHalting,
}: RunSlice & SettingsSlice & Sessions): boolean {
  const underWay = standing && isActive(run.phase) && run.phase !== 'paused' ? standing.checkpoint : askedRun;
  return underWay !== undefined && !isHalting && !needsOtherData(underWay.settings, settings);
}

/** A run of an engine that died waits for the next one, to go on by itself. */
export const isToGoOn = ({ isContinuing, askedRun }: Sessions): boolean =>
  isContinuing || askedRun?.isLost === true;

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
export function hasGivenUp(now: RunSlice & Sessions, before: Sessions): boolean {
  if (!(isToGoOn(before) || before.isAsked) || isToGoOn(now) || now.isAsked) return false;
  const hasBegun = before.askedRun?.isLost
    ? now.askedRun !== undefined
    : !now.interrupted && isActive(now.run.phase);
  return !hasBegun;
}

/** Whether the interrupted run can go on now. */
export function canContinue(state: State): boolean {
  return canStart(state) && hasItsData(state);
}
