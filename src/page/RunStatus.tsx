import { useTranslation } from 'react-i18next';
import { useAccuracyText } from '../panels/shared/accuracy-text';
import { useLab } from '../panels/shared/use-lab';
import { isCovered } from '../state/lessons/lesson-selectors';
import { trainBlock } from '../state/run/run-selectors';
import { isActive } from '../state/run/run-state';
import { hasSetForNext } from '../state/sweeps/sweeps-selectors';
import { formatNumber } from '../ui/format';
import { usePaced } from '../ui/use-paced';
import styles from './RunStatus.module.css';
import { useRunSentence } from './run-sentence';

/** The bar and the one sentence about the run. Screen readers hear the epochs, not the batches. */
export function RunStatus() {
  const { t, i18n } = useTranslation();
  const done = useLab((state) => state.run.progress?.done ?? 0);
  const phase = useLab((state) => state.run.phase);
  const pending = useLab(hasSetForNext);
  const block = useLab((state) => (isActive(state.run.phase) ? undefined : trainBlock(state)));
  const sentence = useRunSentence();
  const percent = phase === 'finished' ? 100 : Math.floor(100 * done);
  return (
    <div className={styles.status}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={t('run.progress')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div className={styles.done} style={{ transform: `scaleX(${percent / 100})` }} />
      </div>
      <p className={styles.sentence}>
        <span role="status" aria-live="off" aria-label={t('run.status')} title={sentence}>
          {sentence}
        </span>
        {phase !== 'idle' && (block || pending) && (
          <span className={styles.pending}> {t(block ? `run.block.${block}` : 'run.pending')}</span>
        )}
      </p>
      {/* Another language is no news of the run. */}
      <Spoken key={i18n.language} />
    </div>
  );
}

/** What a screen reader is told: each epoch's validation, and how the run ended. */
function Spoken() {
  const { t, i18n } = useTranslation();
  const validation = useLab((state) => state.run.validation);
  const epochs = useLab((state) => state.run.settings?.epochs ?? 0);
  const phase = useLab((state) => state.run.phase);
  const sentence = useRunSentence();
  const last = validation[validation.length - 1];
  const accuracyText = useAccuracyText();
  const covered = useLab(isCovered);
  const over = phase === 'finished' || phase === 'stopped' || phase === 'failed';
  const epoch =
    last &&
    !covered &&
    t('run.spoken', {
      epoch: validation.length,
      epochs,
      accuracy: accuracyText(last, 1),
      loss: formatNumber(last.loss, i18n.language, 3),
    });
  // Epochs of a few images follow each other faster than they can be read out.
  const paced = usePaced(epoch || '');
  return (
    <span className="visually-hidden" aria-live="polite">
      {over ? sentence : paced}
    </span>
  );
}
