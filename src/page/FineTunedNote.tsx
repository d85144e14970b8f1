import { useTranslation } from 'react-i18next';
import { useLab } from '../panels/shared/use-lab';
import { isLookingBack } from '../state/network/network-selectors';
import styles from './ResultsNote.module.css';

/** Where the network in use has learnt from a person's own digits, all results are of it as it is now: it is said. */
export function FineTunedNote() {
  const { t } = useTranslation();
  const count = useLab((state) => state.fineTuning.learntFrom.size);
  const ofThen = useLab(isLookingBack);
  if (count === 0 || ofThen) return null;
  return (
    <p className={styles.note} role="status">
      {t('app.fineTuned', { count })}
    </p>
  );
}
