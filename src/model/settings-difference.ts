import type { Settings } from './settings';

export type SettingName = keyof Settings;

/** Where and by what a run is computed: it comes out the same. */
const WITHOUT_EFFECT: ReadonlySet<SettingName> = new Set(['backend', 'trainStep', 'workers']);

/** The settings in which two runs differ, apart from those that one of the two does not heed, or that change no result. */
export function differingSettings(a: Settings, b: Settings): SettingName[] {
  return (Object.keys(a) as SettingName[]).filter(
    (name) =>
      !WITHOUT_EFFECT.has(name) &&
      (isHeeded(name, a) || isHeeded(name, b)) &&
      JSON.stringify(a[name]) !== JSON.stringify(b[name]),
  );
}

/** Whether two runs train the same network alike on data of the same name. */
export const areAlike = (a: Settings, b: Settings): boolean => differingSettings(a, b).length === 0;

function isHeeded(name: SettingName, { optimizer, init, dataset, syntheticShare }: Settings): boolean {
  switch (name) {
    case 'momentum':
      return optimizer === 'momentum';
    case 'initStd':
      return init === 'normal';
    case 'digits':
    case 'digitNoise':
    case 'digitBlur':
      return dataset === 'synthetic' || syntheticShare > 0;
    case 'syntheticShare':
      return dataset !== 'synthetic';
    default:
      return true;
  }
}
