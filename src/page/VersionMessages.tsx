import { useTranslation } from 'react-i18next';
import { useActions, useLab } from '../panels/shared/use-lab';
import { isActive } from '../state/run/run-state';
import { Button, type Press } from '../ui/Button';
import styles from './Messages.module.css';

/** That there is a new version of the page; that this one can't be had without a network. */
export function VersionMessages() {
  const { t } = useTranslation('translation', { keyPrefix: 'app.version' });
  const hasNew = useLab((state) => state.hasNewVersion);
  const hasNoRoom = useLab((state) => state.hasNoRoom);
  const active = useLab((state) => isActive(state.run.phase));
  const { reloadToUpdate, dismissNewVersion, dismissNoRoom } = useActions();
  const dismiss = (action: () => void) => (press: Press) => {
    // The button goes with its message; the focus stays in the page's content.
    press.currentTarget.closest('main')?.focus({ preventScroll: true });
    action();
  };
  return (
    <>
      {hasNew && (
        <div className={styles.message} role="status">
          <p>{t(active ? 'newWhileTraining' : 'new')}</p>
          <div className={styles.actions}>
            <Button onPress={reloadToUpdate}>{t('reload')}</Button>
            <Button onPress={dismiss(dismissNewVersion)}>{t('later')}</Button>
          </div>
        </div>
      )}
      {hasNoRoom && (
        <div className={styles.message} role="status">
          <p>{t('noRoom')}</p>
          <Button onPress={dismiss(dismissNoRoom)}>{t('dismiss')}</Button>
        </div>
      )}
    </>
  );
}
