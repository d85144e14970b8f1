import { experimentsWith } from '../../model/experiments';
import type { Settings } from '../../model/settings';
import { areAlike } from '../../model/settings-difference';
import type { SettingsSlice } from '../settings/settings-slice';
import type { ExperimentsSlice } from './experiments-slice';

/**
 * What experiments are compared with: it stays while its own experiments are tried, and is what the controls show as
 * soon as these have become anything else.
 */
export function experimentBase({ experiments, settings }: ExperimentsSlice & SettingsSlice): Settings {
  if (!experiments) return settings;
  const { base } = experiments;
  const known = [base, ...experimentsWith(base).map((experiment) => experiment.settings)];
  return known.some((one) => areAlike(one, settings)) ? base : settings;
}
