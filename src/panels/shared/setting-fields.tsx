import { useTranslation } from 'react-i18next';
import { CHOICES, type ChoiceName, isLive, NUMBERS, type NumberName } from '../../model/settings';
import { SelectField } from '../../ui/SelectField';
import { SliderField } from '../../ui/SliderField';
import { SettingTerm } from './term';
import { useClassWording } from './use-class-names';
import { useControl } from './use-control';
import { useActions, useLab } from './use-lab';

interface ChoiceFieldProps {
  /** The data set is more than a setting: its panel has a list of its own. */
  readonly name: Exclude<ChoiceName, 'dataset'>;
  /** Why it, or one of its options, can't be chosen now; stands in the place of the hint. */
  readonly reason?: string | undefined;
  readonly isDisabled?: boolean;
  readonly disabledOption?: string | undefined;
}

/** The list for one of the settings, bound to the lab; nothing where a lesson hides it. */
export function ChoiceField({ name, reason, isDisabled = false, disabledOption }: ChoiceFieldProps) {
  const { t } = useTranslation();
  const value = useLab((state) => state.settings[name]);
  const { change } = useActions();
  const control = useControl(name);
  if (control.state === 'hidden') return null;
  const labels = t(`settings.${name}.options`, { returnObjects: true }) as Record<string, string>;
  return (
    <SelectField<string>
      label={t(`settings.${name}.label`)}
      word={<SettingTerm name={name} />}
      hint={control.reason ?? reason ?? t(`settings.${name}.hint`)}
      isDisabled={isDisabled || control.reason !== undefined}
      value={value}
      options={CHOICES[name].options.map((option) => ({
        value: option,
        label: labels[option] ?? option,
        isDisabled: option === disabledOption,
      }))}
      onChange={(chosen) => change({ [name]: chosen })}
    />
  );
}

interface NumberFieldProps {
  readonly name: NumberName;
  /** Why it says nothing now; disables it and stands in the place of the hint. */
  readonly reason?: string | undefined;
}

/** The slider for one of the settings, bound to the lab; a run under way takes some of them on. */
export function NumberField({ name, reason }: NumberFieldProps) {
  const { t } = useTranslation();
  const value = useLab((state) => state.settings[name]);
  const wording = useClassWording();
  const { change, adjust } = useActions();
  const control = useControl(name);
  if (control.state === 'hidden') return null;
  const why = control.reason ?? reason;
  return (
    <SliderField
      label={t(`settings.${name}.label`)}
      word={<SettingTerm name={name} />}
      hint={why ?? t(`settings.${name}.hint`, wording)}
      isDisabled={why !== undefined}
      range={NUMBERS[name]}
      value={value}
      onChange={(chosen) => (isLive(name) ? adjust({ [name]: chosen }) : change({ [name]: chosen }))}
    />
  );
}
