import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SEED } from '../../model/settings';
import { NumberBox } from '../../ui/NumberBox';
import { SettingTerm } from '../shared/term';
import { useControl } from '../shared/use-control';
import { useActions, useLab } from '../shared/use-lab';
import styles from './SeedField.module.css';

export function SeedField() {
  const { t } = useTranslation();
  const seed = useLab((state) => state.settings.seed);
  const { change } = useActions();
  const id = useId();
  const { state, reason } = useControl('seed');
  if (state === 'hidden') return null;
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <SettingTerm name="seed" />
        <NumberBox
          label={t('settings.seed.label')}
          wide
          describedBy={id}
          isDisabled={reason !== undefined}
          min={SEED.min}
          max={SEED.max}
          value={seed}
          onChange={(value) => change({ seed: value })}
        />
      </div>
      <p className={styles.hint} id={id}>
        {reason ?? t('settings.seed.hint')}
      </p>
    </div>
  );
}
