import { useTranslation } from 'react-i18next';
import { useLab } from '../shared/use-lab';
import { shownChanges } from './curve-marks';
import styles from './LearningCurves.module.css';
import { useMarkTexts } from './use-mark-texts';

/** In words, what the marks in the curves say. */
export function ChangeList() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.learning-curves' });
  const changes = useLab((state) => state.run.changes);
  const { change } = useMarkTexts();
  const shown = shownChanges(changes);
  if (shown.length === 0) return null;
  return (
    <section className={styles.changes} aria-label={t('changed')}>
      <h3>{t('changed')}</h3>
      <ul>
        {shown.map((one) => (
          <li key={`${one.name} ${one.batch}`}>{change(one)}</li>
        ))}
      </ul>
    </section>
  );
}
