import { useTranslation } from 'react-i18next';
import type { RunId } from '../../../protocol/history';
import { useActions, useLab } from '../../shared/use-lab';
import styles from './Sweeps.module.css';

interface RunLinkProps {
  /** Undefined where none was trained here. */
  readonly run: RunId | undefined;
  /** There is a result all the same. */
  readonly isElsewhere?: boolean;
}

/** The way to a run's line in the list, in the panel beside this one. */
export function RunLink({ run, isElsewhere = false }: RunLinkProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs.row' });
  const number = useLab(({ runs }) => runs.find(({ id }) => id === run)?.number);
  const { seekRun, open } = useActions();
  if (run === undefined) return t(isElsewhere ? 'elsewhere' : 'none');
  if (number === undefined) return t('deleted');
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
