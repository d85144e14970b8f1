import { useTranslation } from 'react-i18next';
import { useActions, useLab } from '../panels/shared/use-lab';
import { Button, type Press } from '../ui/Button';
import styles from './Messages.module.css';

/** What went wrong, and what of the address was not taken as it stood. */
export function Messages() {
  const { t } = useTranslation();
  const fault = useLab((state) => state.fault);
  const notes = useLab((state) => state.addressNotes);
  const { dismissFault, dismissNotes } = useActions();
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
          <Button onPress={dismiss(dismissFault)}>{t('faults.dismiss')}</Button>
        </div>
      )}
      {notes.length > 0 && (
        <div className={styles.message} role="status" aria-label={t('notes.title')}>
          <ul>
            {notes.map(({ code, key, given, used }) => (
              <li key={key}>{t(`notes.${code}`, { key, given, used })}</li>
            ))}
          </ul>
          <Button onPress={dismiss(dismissNotes)}>{t('notes.dismiss')}</Button>
        </div>
      )}
    </>
  );
}
