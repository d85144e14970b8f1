import { differIn, effectOf, type SettingName, type Settings } from './settings';

export type { SettingName } from './settings';

/** The settings in which two runs differ, apart from those that neither of the two heeds, or that change no result. */
export function differingSettings(a: Settings, b: Settings): SettingName[] {
  return (Object.keys(a) as SettingName[]).filter(
    (name) => (isHeeded(name, a) || isHeeded(name, b)) && differIn(name, a, b),
  );
}

/** Whether two runs train the same network alike on data of the same name. */
export const areAlike = (a: Settings, b: Settings): boolean => differingSettings(a, b).length === 0;

/** Whether a run by these settings depends on one of them. */
export function isHeeded(name: SettingName, settings: Settings): boolean {
  const { optimizer, schedule, init, dataset, syntheticShare } = settings;
  const effect = effectOf(name);
  switch (effect) {
    case 'architecture':
    case 'start':
    case 'data':
    case 'training':
      return true;
    case 'start-if-normal':
      return init === 'normal';
    case 'velocity':
      return optimizer === 'momentum' || optimizer === 'nesterov';
    case 'moments':
      return optimizer === 'adam' || optimizer === 'adamw';
    case 'squares':
      return optimizer === 'rmsprop';
    case 'cycle':
      return schedule === 'one-cycle';
    case 'warm-up':
      return schedule !== 'one-cycle';
    case 'drawn-digits':
      return dataset === 'synthetic' || syntheticShare > 0;
    case 'mixture':
      return dataset !== 'synthetic';
    case 'place':
      return false;
    default:
      return effect satisfies never;
  }
}
