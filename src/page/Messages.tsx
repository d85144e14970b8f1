import { useTranslation } from 'react-i18next';
import { networkProblemText } from '../panels/shared/network-problem-text';
import { useActions, useLab } from '../panels/shared/use-lab';
import { Button, type Press } from '../ui/Button';
import styles from './Messages.module.css';

/** What went wrong, and what of the address was not taken as it stood. */
export function Messages() {
  const { t, i18n } = useTranslation();
  const fault = useLab((state) => state.fault);
  const isLate = useLab((state) => state.isEngineLate);
  const notes = useLab((state) => state.addressNotes);
  const { dismissFault, dismissNotes, startEngineAgain } = useActions();
  const dismiss = (action: () => void) => (press: Press) => {
    // The button goes with its message; the focus stays in the page's content.
    press.currentTarget.closest('main')?.focus({ preventScroll: true });
    action();
  };
  return (
    <>
      {fault && (
        <div className={`${styles.message} ${styles.fault}`} role="alert">
          <p>{t(`faults.${fault.code}`, { detail: fault.detail ?? '' })}</p>
          {fault.code === 'engine-gone' && (
            <Button variant="primary" onPress={dismiss(startEngineAgain)}>
              {t('faults.startAgain')}
            </Button>
          )}
          <Button onPress={dismiss(dismissFault)}>{t('faults.dismiss')}</Button>
        </div>
      )}
      {isLate && (
        <div className={styles.message} role="status">
          <p>{t('app.engineLate')}</p>
          <Button onPress={() => window.location.reload()}>{t('app.reload')}</Button>
        </div>
      )}
      {notes.length > 0 && (
        <div className={styles.message} role="status" aria-label={t('notes.title')}>
          <ul>
            {notes.map(({ code, key, given, used, problem }) => (
              <li key={key}>
                {t(`notes.${code}`, {
                  ...{ key, given, used },
                  reason: problem && networkProblemText(problem, t, i18n.language),
                })}
              </li>
            ))}
          </ul>
          <Button onPress={dismiss(dismissNotes)}>{t('notes.dismiss')}</Button>
        </div>
      )}
    </>
  );
}
