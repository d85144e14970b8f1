import { addressFromSettings } from '../../model/address';
import { settingsProblem } from '../../model/settings-problem';
import { classesInUse } from '../data/class-selectors';
import type { DataSlice } from '../data/data-slice';
import type { EngineSlice } from '../engine/engine-slice';
import type { SettingsSlice } from '../settings/settings-slice';
import { settingsNow } from './run-changes';
import type { RunSlice } from './run-slice';
import { areSameData, isActive } from './run-state';

/** Asked at every event, of which hardly one changes it, and two addresses take a millisecond on a slow processor. */
let last: { readonly compared: readonly unknown[]; readonly differ: boolean } | undefined;

/** The controls differ from what the run in sight trains by, or is about to: they apply to the next one. */
export function hasPendingSettings({ run, settings }: RunSlice & SettingsSlice): boolean {
  const compared = [run.settings, run.changes, run.asked, settings];
  if (last && compared.every((one, i) => one === last?.compared[i])) return last.differ;
  const now = settingsNow(run);
  const differ =
    now !== undefined && addressFromSettings({ ...now, ...run.asked }) !== addressFromSettings(settings);
  last = { compared, differ };
  return differ;
}

export type TrainBlock =
  | 'engine-gone'
  | 'impossible-settings'
  | 'data-loading'
  | 'data-missing'
  | 'engine-starting';

/** Why Train can't be pressed, apart from a run being under way. */
export function trainBlock(state: EngineSlice & SettingsSlice & DataSlice): TrainBlock | undefined {
  if (state.engineGone) return 'engine-gone';
  if (settingsProblem(state.settings, classesInUse(state))) return 'impossible-settings';
  if (state.dataset.status === 'loading') return 'data-loading';
  if (state.dataset.status === 'missing') return 'data-missing';
  if (!state.readout) return 'engine-starting';
  return undefined;
}

/** What decides whether a run can start. */
export type Startable = RunSlice & EngineSlice & SettingsSlice & DataSlice;

export const canStart = (state: Startable): boolean => !isActive(state.run.phase) && !trainBlock(state);

/** The data in use are not those that the run was trained on. */
export const trainedOnOtherData = ({ run, ...data }: RunSlice & DataSlice): boolean =>
  run.data !== undefined && !areSameData(run.data, dataNow(data));

export const dataNow = ({ dataset, dataVersion }: DataSlice) => ({
  version: dataVersion,
  official: dataset.status === 'ready' && dataset.official,
});
