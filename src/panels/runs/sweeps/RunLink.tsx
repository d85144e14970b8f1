import { useTranslation } from 'react-i18next';
import type { RunId } from '../../../protocol/history';
import { useActions, useLab } from '../../shared/use-lab';
import styles from './Sweeps.module.css';

/** The way to a run's line in the list, in the panel beside this one. @param run - undefined where none was trained */
export function RunLink({ run }: { readonly run: RunId | undefined }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs.row' });
  const number = useLab(({ runs }) => runs.find(({ id }) => id === run)?.number);
  const { seekRun, open } = useActions();
  if (number === undefined) return t(run === undefined ? 'none' : 'deleted');
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={t('goTo', { run: number })}
      onClick={() => {
        seekRun(run);
        open('runs');
      }}
    >
      {t('number', { run: number })}
    </button>
  );
}
