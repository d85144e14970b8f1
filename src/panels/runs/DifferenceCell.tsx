import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { differenceOfRuns } from '../../state/history/run-difference';
import { isTested, type RunRecord } from '../../state/history/run-record';
import { formatPoints } from '../../ui/format';
import styles from './Runs.module.css';

interface DifferenceCellProps {
  readonly run: RunRecord;
  readonly baseRun: RunRecord | undefined;
}

/** How much more of the test images it reads than the base. */
export function DifferenceCell({ run, baseRun }: DifferenceCellProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const difference = useMemo(
    () => (baseRun && baseRun !== run ? differenceOfRuns(run, baseRun) : undefined),
    [run, baseRun],
  );
  if (run === baseRun) return <td>{t('isBase')}</td>;
  if (!difference) return <td>{baseRun && isTested(run) ? t('otherData') : '–'}</td>;
  const points = (share: number) => formatPoints(share, i18n.language);
  const { accuracy, interval, paired } = difference;
  const isMore = interval.low > 0 || interval.high < 0;
  return (
    <td>
      <span className={styles.difference} data-more={isMore || undefined}>
        {points(accuracy)}
      </span>
      <small>
        {t(paired ? 'interval' : 'unpaired', { low: points(interval.low), high: points(interval.high) })}
      </small>
    </td>
  );
}
