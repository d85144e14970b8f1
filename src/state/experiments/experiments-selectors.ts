import { experimentsWith } from '../../model/experiments';
import type { Settings } from '../../model/settings';
import { areAlike } from '../../model/settings-difference';
import type { SettingsSlice } from '../settings/settings-slice';
import { sweepUnderWay } from '../sweeps/sweeps-selectors';
import type { SweepsSlice } from '../sweeps/sweeps-slice';
import type { ExperimentsSlice } from './experiments-slice';

/**
 * What runs are compared with: that of a sweep while it is under way. That of experiments stays while they are tried,
 * and is what the controls show as soon as these have become anything else.
 */
export function experimentBase(state: ExperimentsSlice & SettingsSlice & SweepsSlice): Settings {
  const { experiments, settings } = state;
  const swept = sweepUnderWay(state);
  if (swept) return swept.sweep.sweep.base;
  if (!experiments) return settings;
  const { base } = experiments;
  const known = [base, ...experimentsWith(base).map((experiment) => experiment.settings)];
  return known.some((one) => areAlike(one, settings)) ? base : settings;
}
