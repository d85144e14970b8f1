import { useTranslation } from 'react-i18next';
import { CHOICES } from '../model/settings';
import { SelectField } from '../ui/SelectField';
import { useActions, useLab } from './use-lab';

type ListedChoice = 'optimizer' | 'schedule' | 'activation' | 'init' | 'backend';

/** The list for one of the settings, bound to the lab. */
export function ChoiceField({ name }: { readonly name: ListedChoice }) {
  const { t } = useTranslation();
  const value = useLab((state) => state.settings[name]);
  const { change } = useActions();
  const labels = t(`settings.${name}.options`, { returnObjects: true }) as Record<string, string>;
  return (
    <SelectField<string>
      label={t(`settings.${name}.label`)}
      hint={t(`settings.${name}.hint`)}
      value={value}
      options={CHOICES[name].options.map((option) => ({ value: option, label: labels[option] ?? option }))}
      onChange={(chosen) => change({ [name]: chosen })}
    />
  );
}
