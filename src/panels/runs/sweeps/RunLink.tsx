import { useTranslation } from 'react-i18next';
import type { RunId } from '../../../protocol/history';
import { useLab } from '../../shared/use-lab';
import { rowId } from '../row-id';
import styles from './Sweeps.module.css';

/** The way to a run's line in the list above. @param run - undefined where none was trained */
export function RunLink({ run }: { readonly run: RunId | undefined }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs.row' });
  const number = useLab(({ runs }) => runs.find(({ id }) => id === run)?.number);
  if (number === undefined) return t(run === undefined ? 'none' : 'deleted');
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={t('goTo', { run: number })}
      onClick={() => {
        const row = document.getElementById(rowId(number));
        row?.scrollIntoView({ block: 'center' });
        row?.focus({ preventScroll: true });
      }}
    >
      {t('number', { run: number })}
    </button>
  );
}
