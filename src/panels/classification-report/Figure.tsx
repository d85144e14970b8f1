import { useTranslation } from 'react-i18next';
import type { Interval } from '../../metrics/interval';
import { formatNumber } from '../../ui/format';
import styles from './ClassificationReport.module.css';

interface FigureProps {
  /** 0 to 1; shown in percent */
  readonly value: number;
  /** Undefined where there is nothing that it could be a share of. */
  readonly interval: Interval | undefined;
  /** The interval is on its way. */
  readonly isComing?: boolean;
  readonly isMarked?: boolean;
  /** After the point. */
  readonly digits?: number;
}

/** A cell of the table: the figure, and under it the interval. */
export function Figure({ value, interval, isComing = false, isMarked = false, digits = 1 }: FigureProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.classification-report' });
  const percent = (share: number) => formatNumber(100 * share, i18n.language, digits);
  return (
    <td data-marked={isMarked || undefined}>
      {percent(value)}
      <small className={styles.interval}>
        {interval && t('interval', { low: percent(interval.low), high: percent(interval.high) })}
        {!interval && (isComing ? '…' : t('zeroDivision'))}
      </small>
    </td>
  );
}
