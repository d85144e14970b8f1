import { useTranslation } from 'react-i18next';
import type { Advice } from '../../metrics/conclusions/advice';
import type { Settings } from '../../model/settings';
import { Button } from '../../ui/Button';
import { formatSignificant } from '../../ui/format';
import { useControl } from '../shared/use-control';
import { useActions, useLab } from '../shared/use-lab';
import styles from './Conclusions.module.css';

interface AdviceItemProps {
  readonly advice: Advice;
  /** Of the run that the advice is about. */
  readonly settings: Settings;
}

/** What to try next, and the button that sets it for the next run. */
export function AdviceItem({ advice: { change }, settings }: AdviceItemProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.conclusions' });
  const { t: tLab } = useTranslation();
  const { setting, value } = change;
  const isSet = useLab((state) => state.settings[setting] === value);
  const { change: set } = useActions();
  const control = useControl(setting);
  if (control.state !== 'open') return null;
  const shown =
    setting === 'activation'
      ? tLab(`settings.activation.options.${value}`)
      : formatSignificant(value, i18n.language, 5);
  return (
    <li className={styles.advice}>
      <span>{t(adviceKey())}</span>
      <Button isDisabled={isSet} onPress={() => set({ [setting]: value })}>
        {t(isSet ? 'isSet' : 'set', { setting: tLab(`settings.${setting}.label`), value: shown })}
      </Button>
    </li>
  );

  function adviceKey() {
    switch (change.setting) {
      case 'epochs':
      case 'trainingImages':
        return `advice.${change.setting}` as const;
      case 'activation':
        return change.value === 'relu' ? 'advice.activation.relu' : 'advice.activation.other';
      case 'learningRate':
      case 'dropout':
      case 'labelSmoothing':
        return `advice.${change.setting}.${change.value > settings[change.setting] ? 'more' : 'less'}` as const;
      default:
        return change satisfies never;
    }
  }
}
