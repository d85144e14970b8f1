import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../../ui/Note';
import styles from './Sweeps.module.css';

interface HalvingSwitchProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Successive halving on or off, and what that is for those who ask. */
export function HalvingSwitch({ isOn, onChange }: HalvingSwitchProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.sweeps.sweep' });
  const id = useId();
  const [isExplained, setExplained] = useState(false);
  return (
    <div>
      <span className={styles.halving}>
        <label className={styles.check}>
          <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
          {t('halving')}
        </label>
        <button
          type="button"
          className={styles.about}
          aria-label={t('aboutHalving')}
          title={t('aboutHalving')}
          aria-expanded={isExplained}
          aria-controls={id}
          onClick={() => setExplained(!isExplained)}
        >
          ?
        </button>
      </span>
      <div id={id}>{isExplained && <Note>{t('halvingText')}</Note>}</div>
    </div>
  );
}
