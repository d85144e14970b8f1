import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areDigits, DIGIT_NAMES } from '../../model/class-names';
import { classNamesOf } from '../../state/data/class-selectors';
import type { DigitWish } from '../../state/drawing/show-digit';
import { Button } from '../../ui/Button';
import { useActions, useLab } from '../shared/use-lab';
import styles from './OtherWays.module.css';

const SOURCES = ['test', 'synthetic'] as const satisfies readonly DigitWish['from'][];
const ANY = 'any';

/** Puts a digit on the pad that was written by others, or that the lab draws. */
export function ShowDigit() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.draw.other' });
  const { showDigit } = useActions();
  const names = useLab(classNamesOf);
  const hasData = useLab((state) => state.dataset.status === 'ready');
  const [from, setFrom] = useState<DigitWish['from']>('test');
  const [choice, setChoice] = useState(ANY);
  // The lab draws digits only, whatever the classes of the data are.
  const offered = from === 'test' ? names : DIGIT_NAMES;
  const wording = areDigits(offered) ? {} : { context: 'named' };
  const chosen = Number(choice) < offered.length ? choice : ANY;
  const digit = chosen === ANY ? undefined : Number(chosen);
  return (
    <div className={styles.row}>
      <Button isDisabled={from === 'test' && !hasData} onPress={() => showDigit({ from, digit })}>
        {t('show')}
      </Button>
      <select
        aria-label={t('which', wording)}
        value={chosen}
        onChange={(event) => setChoice(event.target.value)}
      >
        <option value={ANY}>{t('any', wording)}</option>
        {offered.map((name, label) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the class
          <option key={label} value={label}>
            {name}
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
