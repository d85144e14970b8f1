import { addressFromSettings } from '../../model/address';
import type { DataSlice } from '../data/data-slice';
import { canStart, hasPendingSettings, type Startable } from '../run/run-selectors';
import type { RunSlice } from '../run/run-slice';
import type { SettingsSlice } from '../settings/settings-slice';
import type { SweepKind, SweepState, SweepsSlice } from './sweeps-slice';

interface Found {
  readonly kind: SweepKind;
  readonly sweep: SweepState;
}

export const runningSweep = (state: SweepsSlice): Found | undefined =>
  foundIn(state, ({ status }) => status === 'running');

/** The one whose run is under way, also where it is already paused. */
export const sweepUnderWay = (state: SweepsSlice): Found | undefined =>
  foundIn(state, ({ underWay }) => underWay !== undefined);

/** Between two runs of a sweep none other can be started. */
export const canSweep = (state: Startable & SweepsSlice): boolean => canStart(state) && !runningSweep(state);

/** The data in use are those of its other runs: a person may have brought others meanwhile. */
export const isOnItsData = (
  { settings, filesInUse }: SettingsSlice & DataSlice,
  { sweep: { base }, files }: Pick<SweepState, 'sweep' | 'files'>,
): boolean =>
  settings.dataset === base.dataset &&
  (base.dataset !== 'files' || files === undefined || files === filesInUse);

/**
 * A person has set something for the next run. After a sweep the controls show again what they did before it, which is
 * not what its last run was trained by, but nobody's doing.
 */
export function hasSetForNext(state: RunSlice & SettingsSlice & SweepsSlice): boolean {
  if (!hasPendingSettings(state)) return false;
  const { run, settings } = state;
  const isAsBefore = ({ sweep, left }: SweepState) =>
    left !== undefined &&
    left === run.id &&
    addressFromSettings(sweep.base) === addressFromSettings(settings);
  return !foundIn(state, isAsBefore);
}

function foundIn({ sweeps }: SweepsSlice, holds: (sweep: SweepState) => boolean): Found | undefined {
  for (const kind of ['sweep', 'repeat'] as const) {
    const sweep = sweeps[kind];
    if (sweep && holds(sweep)) return { kind, sweep };
  }
  return undefined;
}
