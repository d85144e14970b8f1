import { useTranslation } from 'react-i18next';
import { formatNetwork } from '../../model/notation';
import { CHOICES, type ChoiceName, type Settings } from '../../model/settings';
import type { SettingName } from '../../model/settings-difference';
import { formatSignificant } from '../../ui/format';

const isChoice = (name: SettingName): name is ChoiceName => name in CHOICES;

/** Writes a setting with its name and value, such as 'Activation ReLU'. */
export function useSettingText(): (name: SettingName, settings: Settings) => string {
  const { t, i18n } = useTranslation();
  return (name, settings) => {
    if (name === 'network') return `${t('settings.preset.label')} ${formatNetwork(settings.network)}`;
    const label = t(`settings.${name}.label`);
    if (!isChoice(name)) return `${label} ${formatSignificant(settings[name], i18n.language, 6)}`;
    const options = t(`settings.${name}.options`, { returnObjects: true }) as Record<string, string>;
    return `${label} ${options[settings[name]] ?? settings[name]}`;
  };
}
