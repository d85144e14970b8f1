import type { DataSlice } from '../data/data-slice';
import { changesTo } from '../run/in-turn';
import { canStart, type Startable } from '../run/run-selectors';
import type { RunSlice } from '../run/run-slice';
import { isActive } from '../run/run-state';
import type { SettingsSlice } from '../settings/settings-slice';
import type { SessionsSlice } from './sessions-slice';

type State = SessionsSlice & Startable;

/** Should the engine die now, the run under way goes on by itself; one that is paused waits for a person. */
export const goesOn = ({ run, standing }: RunSlice & Pick<SessionsSlice, 'standing'>): boolean =>
  standing !== undefined && isActive(run.phase) && run.phase !== 'paused';

/** The data in use are, by all that can be told, those that the interrupted run was trained on. */
export function hasItsData({ interrupted, dataset }: SessionsSlice & DataSlice): boolean {
  if (!interrupted || dataset.status !== 'ready') return false;
  const { checkpoint, run } = interrupted;
  return (
    dataset.id === checkpoint.settings.dataset &&
    dataset.train === run.data?.train &&
    dataset.official === run.data.official
  );
}

/** Whether the interrupted run can go on now. */
export function canContinue(state: State): boolean {
  const { interrupted } = state;
  return interrupted !== undefined && canStart(state) && hasItsData(state) && hasItsSettings(state);
}

const hasItsSettings = ({ interrupted, settings }: SessionsSlice & SettingsSlice): boolean =>
  interrupted !== undefined && Object.keys(changesTo(settings, interrupted.checkpoint.settings)).length === 0;
