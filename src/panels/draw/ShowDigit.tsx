import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CLASSES } from '../../model/network';
import { classNamesOf } from '../../state/data/data-selectors';
import type { DigitWish } from '../../state/drawing/show-digit';
import { Button } from '../../ui/Button';
import { useActions, useLab } from '../shared/use-lab';
import styles from './OtherWays.module.css';

const SOURCES = ['test', 'synthetic'] as const satisfies readonly DigitWish['from'][];
const ANY = 'any';
const CHOICES = [ANY, ...Array.from({ length: CLASSES }, (_, digit) => String(digit))];

/** Puts a digit on the pad that was written by others, or that the lab draws. */
export function ShowDigit() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.draw.other' });
  const { showDigit } = useActions();
  const names = useLab(classNamesOf);
  const hasData = useLab((state) => state.dataset.status === 'ready');
  const [from, setFrom] = useState<DigitWish['from']>('test');
  const [choice, setChoice] = useState(ANY);
  const digit = choice === ANY ? undefined : Number(choice);
  /** The lab draws digits only, whatever the classes of the data are. */
  const nameOf = (value: string) => (from === 'test' ? names[Number(value)] : value);
  return (
    <div className={styles.row}>
      <Button isDisabled={from === 'test' && !hasData} onPress={() => showDigit({ from, digit })}>
        {t('show')}
      </Button>
      <select aria-label={t('which')} value={choice} onChange={(event) => setChoice(event.target.value)}>
        {CHOICES.map((value) => (
          <option key={value} value={value}>
            {value === ANY ? t('any') : nameOf(value)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('from')}
        value={from}
        onChange={(event) => setFrom(event.target.value === 'test' ? 'test' : 'synthetic')}
      >
        {SOURCES.map((source) => (
          <option key={source} value={source}>
            {t(source)}
          </option>
        ))}
      </select>
    </div>
  );
}
