import { useTranslation } from 'react-i18next';
import { useActions, useLab } from '../panels/shared/use-lab';
import { isActive } from '../state/run/run-state';
import { standOf } from '../state/sessions/saved-run';
import { hasItsData, isToGoOn } from '../state/sessions/sessions-selectors';
import { Button, type Press } from '../ui/Button';
import { formatCount, formatTime } from '../ui/format';
import styles from './InterruptedBar.module.css';

/** A run of before that was cut off by a reload or a crash: it can go on. */
export function InterruptedBar() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'app.interrupted' });
  const saved = useLab((state) => state.interrupted);
  const isWaiting = useLab((state) => state.isContinuing);
  const isOthersTurn = useLab(isToGoOn);
  const isAsked = useLab((state) => state.isAsked);
  const isElsewhere = useLab((state) => state.isElsewhere);
  const active = useLab((state) => isActive(state.run.phase));
  const isLoading = useLab((state) => state.dataset.status === 'loading');
  const hasData = useLab(hasItsData);
  const { continueRun, discardRun } = useActions();
  if (!saved || active) return null;
  const { epoch, batch } = standOf(saved);
  const { settings } = saved.checkpoint;
  const stand = { epoch, batch: formatCount(batch, i18n.language), epochs: settings.epochs };
  // The button goes with its bar; the focus stays in the page's content.
  const leave = (action: () => void) => (press: Press) => {
    press.currentTarget.closest('main')?.focus({ preventScroll: true });
    action();
  };
  return (
    <section className={styles.bar} aria-label={t('label')}>
      <p role="status">
        {t('text', { ...stand, time: formatTime(saved.run.startedAt, i18n.language) })}
        {settings.dataset === 'files' && ` ${t('files')}`}
        {isElsewhere && ` ${t('elsewhere')}`}
        {isWaiting && !hasData && ` ${t(isLoading ? 'waiting' : 'otherData')}`}
      </p>
      <div className={styles.actions}>
        <Button variant="primary" isDisabled={isOthersTurn || isAsked} onPress={leave(continueRun)}>
          {t('continue', stand)}
        </Button>
        <Button isDisabled={isAsked} onPress={leave(discardRun)}>
          {t('discard')}
        </Button>
      </div>
    </section>
  );
}
