import type { Settings } from '../../model/settings';
import { differingSettings, type SettingName } from '../../model/settings-difference';

/** The settings that are not the same in all of these, apart from those that none of them heeds, or that change no result. */
export function settingsApart(all: readonly Settings[]): SettingName[] {
  const [first, ...others] = all;
  if (!first) return [];
  const apart = new Set(others.flatMap((settings) => differingSettings(first, settings)));
  return (Object.keys(first) as SettingName[]).filter((name) => apart.has(name));
}
