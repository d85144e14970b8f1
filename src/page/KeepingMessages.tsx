import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions, useLab } from '../panels/shared/use-lab';
import { Button, type Press } from '../ui/Button';
import styles from './Messages.module.css';

/** What this browser does not keep, and what can be done about it. */
export function KeepingMessages() {
  const { t } = useTranslation('translation', { keyPrefix: 'app.keeping' });
  const keeping = useLab((state) => state.keeping);
  const notKept = useLab((state) => state.notKept);
  const hasNetwork = useLab((state) => state.run.phase === 'finished' || state.run.phase === 'stopped');
  const [isKnown, setKnown] = useState(false);
  const { dismissNotKept, open } = useActions();
  const dismiss = (action: () => void) => (press: Press) => {
    // The button goes with its message; the focus stays in the page's content.
    press.currentTarget.closest('main')?.focus({ preventScroll: true });
    action();
  };
  const isUnkept = keeping === 'blocked' || keeping === 'newer';
  return (
    <>
      {isUnkept && !isKnown && (
        <div className={styles.message} role="status">
          <p>{t(keeping)}</p>
          <Button onPress={dismiss(() => setKnown(true))}>{t('dismiss')}</Button>
        </div>
      )}
      {notKept && (
        <div className={`${styles.message} ${styles.fault}`} role="alert">
          <p>{`${t(`what.${notKept.what}`)} ${t(`reason.${notKept.reason}`)}`}</p>
          {hasNetwork && notKept.what !== 'read' && notKept.what !== 'library' && (
            <Button onPress={() => open('take-away')}>{t('download')}</Button>
          )}
          <Button onPress={dismiss(dismissNotKept)}>{t('dismiss')}</Button>
        </div>
      )}
    </>
  );
}
