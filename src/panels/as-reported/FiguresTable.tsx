import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Compared, type Comparison, DIGIT_FIGURES } from '../../metrics/compare-reported';
import type { ReportedFigures } from '../../model/reported';
import { formatNumber, formatPoints } from '../../ui/format';
import { Table } from '../../ui/Table';
import { WordRow } from '../../ui/word-row';
import { Term } from '../shared/term';
import styles from './AsReported.module.css';

interface FiguresTableProps {
  readonly figures: ReportedFigures;
  /** Undefined while there is no run to compare with. */
  readonly comparison: Comparison | undefined;
  /** What the run is called. */
  readonly run: string;
}

/** A row a digit, and of each figure what was reported and, once there is a run, what it got, with the difference. */
export const FiguresTable = memo(function FiguresTable({ figures, comparison, run }: FiguresTableProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.as-reported' });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it scrolls, for which the keyboard needs a stop
    <section className={styles.scroll} tabIndex={0} aria-label={t('table')}>
      <Table
        caption={t('caption')}
        className={comparison ? `${styles.table} ${styles.compared}` : styles.table}
      >
        <thead>
          <tr>
            <th scope="col" rowSpan={comparison ? 2 : 1} className={styles.digit}>
              {t('digit')}
            </th>
            <WordRow>
              {DIGIT_FIGURES.map((figure) => (
                <th
                  aria-label={t(`figures.${figure}`)}
                  scope="colgroup"
                  key={figure}
                  colSpan={comparison ? 2 : 1}
                  className={styles.group}
                >
                  <Term id={figure}>{t(`figures.${figure}`)}</Term>
                </th>
              ))}
            </WordRow>
          </tr>
          {comparison && (
            <tr>
              {DIGIT_FIGURES.map((figure) => (
                <SubHeads key={figure} run={run} />
              ))}
            </tr>
          )}
        </thead>
        <tbody>
          {figures.digits.map((reported, digit) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the digits are their own places
            <tr key={digit}>
              <th scope="row" className={styles.digit}>
                {digit}
              </th>
              {DIGIT_FIGURES.map((figure) => {
                const compared = comparison?.digits[digit]?.[figure];
                return compared ? (
                  <Beside key={figure} compared={compared} />
                ) : (
                  <ReportedCell key={figure} value={reported[figure]} />
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
});

function SubHeads({ run }: Pick<FiguresTableProps, 'run'>) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.as-reported' });
  return (
    <>
      <th scope="col" className={styles.group}>
        {t('reported')}
      </th>
      <th scope="col">{run}</th>
    </>
  );
}

function ReportedCell({ value }: { readonly value: number }) {
  const { i18n } = useTranslation();
  return <td className={styles.group}>{formatNumber(100 * value, i18n.language, 2)}</td>;
}

function Beside({ compared: { reported, run, difference, interval } }: { readonly compared: Compared }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.as-reported' });
  // Ends without a plus sign, for which there is no room.
  const percent = (share: number) => formatNumber(100 * share, i18n.language, 2);
  const points = (difference: number) => formatPoints(difference, i18n.language);
  const isMore = interval !== undefined && (interval.low > 0 || interval.high < 0);
  return (
    <>
      <ReportedCell value={reported} />
      <td>
        <b className={styles.run}>{percent(run)}</b>
        <small className={styles.apart} data-more={isMore || undefined}>
          <b>{points(difference)}</b>
          {interval && (
            <span>{t('interval', { low: percent(interval.low), high: percent(interval.high) })}</span>
          )}
        </small>
      </td>
    </>
  );
}
