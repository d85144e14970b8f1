import { useTranslation } from 'react-i18next';
import { presetOf } from '../../model/presets';
import type { Settings } from '../../model/settings';
import { differingSettings } from '../../model/settings-difference';
import { useSettingText } from './use-setting-text';

/** Writes in what settings differ from those that they are compared with; nothing where they are the same. */
export function useChangesText(base: Settings): (settings: Settings) => string {
  const { t } = useTranslation();
  const text = useSettingText();
  return (settings) => {
    const preset = presetOf(settings);
    const names = differingSettings(base, settings);
    // Another network is named; of its layers nobody would read the notation.
    const isOther = names.includes('network') && preset !== 'custom';
    const changes = names
      .filter((name) => !(isOther && name === 'network'))
      .map((name) => text(name, settings));
    return [...(isOther ? [t(`settings.preset.options.${preset}`)] : []), ...changes].join(', ');
  };
}
