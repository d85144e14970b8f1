import { z } from 'zod';
import { networkSchema } from './network';
import { DEFAULT_SETTINGS } from './presets';
import { settingsSchema } from './settings';
import { planNetwork } from './shapes';

export const possibleNetwork = networkSchema.refine(
  (network) => planNetwork(network).ok,
  'no possible network',
);

/** Settings as a file keeps them: those that are younger than the file are as they are for everybody. */
export const keptSettingsSchema = z.preprocess(
  (settings) =>
    typeof settings === 'object' && settings !== null ? { ...DEFAULT_SETTINGS, ...settings } : settings,
  settingsSchema.extend({ network: possibleNetwork }),
);
