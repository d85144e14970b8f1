import { useTranslation } from 'react-i18next';
import { CHOICES, NUMBERS, type Settings } from '../../../model/settings';
import type { SweepAxis } from '../../../model/sweep';
import { Button, type Press } from '../../../ui/Button';
import { NumberBox } from '../../../ui/NumberBox';
import { SelectField } from '../../../ui/SelectField';
import { useSettingWords } from '../../shared/use-setting-text';
import { newAxis, SWEPT, type SweptName } from './new-axis';
import styles from './Sweeps.module.css';

interface AxisFieldsProps {
  readonly axis: SweepAxis;
  /** From 1. */
  readonly number: number;
  readonly base: Settings;
  /** Settings that this axis or another one has. */
  readonly taken: readonly SweepAxis['setting'][];
  readonly isGrid: boolean;
  readonly onChange: (axis: SweepAxis) => void;
  readonly onRemove: (press: Press) => void;
}

const MOST_STEPS = 20;

/** One setting that is swept, and what is tried of it. */
export function AxisFields({ axis, number, base, taken, isGrid, onChange, onRemove }: AxisFieldsProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.sweeps.sweep' });
  const words = useSettingWords();
  if (axis.setting === 'seed') return null;
  return (
    <>
      <SelectField<SweptName>
        label={t('axis', { number })}
        value={axis.setting}
        options={SWEPT.map((name) => ({
          value: name,
          label: words.name(name),
          isDisabled: name !== axis.setting && taken.includes(name),
        }))}
        onChange={(setting) => onChange(newAxis(setting, base))}
      />
      <Values axis={axis} isGrid={isGrid} onChange={onChange} />
      <Button aria-label={t('removeAxis', { setting: words.name(axis.setting) })} onPress={onRemove}>
        {t('remove')}
      </Button>
    </>
  );
}

type ValuesProps = Pick<AxisFieldsProps, 'axis' | 'isGrid' | 'onChange'>;

function Values({ axis, isGrid, onChange }: ValuesProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.sweeps.sweep' });
  if ('count' in axis) return null;
  if ('options' in axis) return <Options axis={axis} onChange={onChange} />;
  const { min, max, whole } = NUMBERS[axis.setting];
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <NumberBox
          key={end}
          label={t(end)}
          isLabelShown
          wide
          whole={whole}
          min={min}
          max={max}
          value={axis[end]}
          onChange={(value) => onChange({ ...axis, [end]: value })}
        />
      ))}
      {isGrid && (
        <NumberBox
          label={t('steps')}
          isLabelShown
          min={1}
          max={MOST_STEPS}
          value={axis.steps}
          onChange={(steps) => onChange({ ...axis, steps })}
        />
      )}
    </>
  );
}

interface OptionsProps {
  readonly axis: Extract<SweepAxis, { options: readonly string[] }>;
  readonly onChange: (axis: SweepAxis) => void;
}

function Options({ axis, onChange }: OptionsProps) {
  const { t } = useTranslation();
  const words = useSettingWords();
  const labels = t(`settings.${axis.setting}.options`, { returnObjects: true }) as Record<string, string>;
  const options: readonly string[] = CHOICES[axis.setting].options;
  const toggle = (option: string, isOn: boolean) =>
    onChange({
      ...axis,
      options: options.filter((one) => (one === option ? isOn : axis.options.includes(one))),
    });
  return (
    <fieldset
      className={styles.options}
      aria-label={t('panels.sweeps.sweep.options', { setting: words.name(axis.setting) })}
    >
      {options.map((option) => (
        <label className={styles.check} key={option}>
          <input
            type="checkbox"
            checked={axis.options.includes(option)}
            onChange={(event) => toggle(option, event.target.checked)}
          />
          {labels[option] ?? option}
        </label>
      ))}
    </fieldset>
  );
}
