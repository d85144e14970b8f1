import { useTranslation } from 'react-i18next';
import { trainBlock } from '../../state/run/run-selectors';
import { isActive } from '../../state/run/run-state';
import { Button } from '../../ui/Button';
import styles from './start-training.module.css';
import { useActions, useLab } from './use-lab';

/** The step that fills a panel which waits for a run. */
export function StartTraining() {
  const { t } = useTranslation();
  const { train } = useActions();
  const isRunning = useLab((state) => isActive(state.run.phase));
  const isBlocked = useLab((state) => trainBlock(state) !== undefined);
  if (isRunning) return null;
  return (
    <span className={styles.start}>
      <Button
        isDisabled={isBlocked}
        onPress={(press) => {
          // The button goes as the run begins; the focus stays in the page's content.
          press.currentTarget.closest('main')?.focus({ preventScroll: true });
          train();
        }}
      >
        {t('startTraining')}
      </Button>
    </span>
  );
}
