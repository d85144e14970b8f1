import { useTranslation } from 'react-i18next';
import { useActions, useLab } from '../panels/shared/use-lab';
import { isFineTuned } from '../state/fine-tuning/fine-tuning-selectors';
import { isActive } from '../state/run/run-selectors';
import { Button } from '../ui/Button';
import { formatShare } from '../ui/format';
import styles from './ResultsNote.module.css';

/** While the network that ships with the page is in use, all results are of that one: it is said, and what it is. */
export function PretrainedNote() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'app.pretrained' });
  const card = useLab((state) => state.pretrained);
  const tuned = useLab(isFineTuned);
  const active = useLab((state) => isActive(state.run.phase));
  const { resetWeights } = useActions();
  if (!card || active) return null;
  const { measured, data, command } = card;
  return (
    <div className={styles.note} role="note">
      <span>
        {t(tuned ? 'textTuned' : 'text', { accuracy: formatShare(measured.testAccuracy, i18n.language, 2) })}
      </span>
      <details className={styles.card}>
        <summary>{t('card')}</summary>
        <dl>
          <div>
            <dt>{t('data')}</dt>
            <dd>{data}</dd>
          </div>
          <div>
            <dt>{t('recipe')}</dt>
            <dd>
              <code>{command}</code>
            </dd>
          </div>
          <div>
            <dt>{t('test')}</dt>
            <dd>{formatShare(measured.testAccuracy, i18n.language, 2)}</dd>
          </div>
          {Object.entries(measured.drawn).map(([file, { digits, accuracy }]) => (
            <div key={file}>
              <dt>{t('drawn', { file, count: digits })}</dt>
              <dd>{formatShare(accuracy, i18n.language, 1)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <Button onPress={resetWeights}>{t('reset')}</Button>
    </div>
  );
}
