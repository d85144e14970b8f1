import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNetwork } from '../../model/notation';
import { CHOICES, type ChoiceName, type Settings } from '../../model/settings';
import type { SettingName } from '../../model/settings-difference';
import { formatSignificant } from '../../ui/format';

const isChoice = (name: SettingName): name is ChoiceName => name in CHOICES;

/** Writes a setting's name and its value, such as 'Activation' and 'ReLU'. The same object while the language is. */
export function useSettingWords() {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(
    () => ({
      name: (name: SettingName): string =>
        name === 'network' ? t('settings.preset.label') : t(`settings.${name}.label`),
      value(name: SettingName, settings: Settings): string {
        if (name === 'network') return formatNetwork(settings.network);
        if (!isChoice(name)) return formatSignificant(settings[name], language, 6);
        const options = t(`settings.${name}.options`, { returnObjects: true }) as Record<string, string>;
        return options[settings[name]] ?? settings[name];
      },
    }),
    [t, language],
  );
}

/** Writes a setting with its name and value, such as 'Activation ReLU'. */
export function useSettingText(): (name: SettingName, settings: Settings) => string {
  const words = useSettingWords();
  return useCallback((name, settings) => `${words.name(name)} ${words.value(name, settings)}`, [words]);
}
