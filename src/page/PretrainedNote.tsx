import { useTranslation } from 'react-i18next';
import { useAccuracyText } from '../panels/shared/accuracy-text';
import { useActions, useLab } from '../panels/shared/use-lab';
import { isFineTuned } from '../state/fine-tuning/fine-tuning-selectors';
import { isActive } from '../state/run/run-state';
import { Button } from '../ui/Button';
import { formatCount } from '../ui/format';
import styles from './ResultsNote.module.css';

const MNIST_TEST_IMAGES = 10_000;
/** Of the card, by what people call them. */
const FILES: Readonly<Record<string, 'pendigits' | 'uji'>> = {
  'pendigits-dev.json': 'pendigits',
  'uji-dev.json': 'uji',
};

/** While the network that ships with the page is in use, all results are of that one: it is said, and what it is. */
export function PretrainedNote() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'app.pretrained' });
  const card = useLab((state) => state.pretrained);
  const tuned = useLab(isFineTuned);
  const active = useLab((state) => isActive(state.run.phase));
  const { resetWeights } = useActions();
  const accuracyText = useAccuracyText();
  if (!card || active) return null;
  const { measured, settings, command } = card;
  const nameOf = (file: string) => {
    const name = FILES[file];
    return name ? t(`files.${name}`) : file;
  };
  const accuracy = accuracyText({ accuracy: measured.testAccuracy, images: MNIST_TEST_IMAGES });
  return (
    <div className={styles.note} role="note">
      <span>{t(tuned ? 'textTuned' : 'text', { accuracy })}</span>
      <details className={styles.card}>
        <summary>{t('card')}</summary>
        <dl>
          <div>
            <dt>{t('data')}</dt>
            <dd>{t('trainedOn', { images: formatCount(settings.trainingImages, i18n.language) })}</dd>
          </div>
          <div>
            <dt>{t('recipe')}</dt>
            <dd>
              <code translate="no">{command}</code>
            </dd>
          </div>
          <div>
            <dt>{t('test')}</dt>
            <dd>{accuracy}</dd>
          </div>
          {Object.entries(measured.drawn).map(([file, { digits, accuracy: share }]) => (
            <div key={file}>
              <dt>{t('drawn', { file: nameOf(file), count: digits })}</dt>
              <dd>{accuracyText({ accuracy: share, images: digits }, 1)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <Button onPress={resetWeights}>{t('reset')}</Button>
    </div>
  );
}
