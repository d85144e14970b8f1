import { useTranslation } from 'react-i18next';
import { shownChanges } from '../shared/shown-changes';
import { useChangeText } from '../shared/use-change-text';
import { useLab } from '../shared/use-lab';
import styles from './LearningCurves.module.css';

/** In words, what the marks in the curves say. */
export function ChangeList() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.learning-curves' });
  const changes = useLab((state) => state.run.changes);
  const change = useChangeText();
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
