import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { mcnemar } from '../../metrics/mcnemar';
import { type ComparedPart, differenceOfRuns } from '../../state/history/run-difference';
import type { RunRecord } from '../../state/history/run-record';
import { formatCount, formatPoints, formatSignificant } from '../../ui/format';
import { Note } from '../../ui/Note';
import { Table } from '../../ui/Table';
import { TermText } from '../shared/term';
import styles from './Runs.module.css';

interface PairedTestProps {
  readonly part: ComparedPart;
  readonly first: RunRecord;
  readonly second: RunRecord;
}

/** Below it a difference is no longer put down to chance, as is usual. */
const LEVEL = 0.05;
/** Smaller ones are not told apart. */
const LEAST_P = 0.0001;

/** Two runs on the same images: how often each alone reads one right, and whether that may be chance. */
export function PairedTest({ part, first, second }: PairedTestProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs.paired' });
  const difference = useMemo(() => differenceOfRuns(first, second, part), [first, second, part]);
  const reason = first[part] && second[part] ? 'otherData' : 'unread';
  return (
    <div>
      <h4 className={styles.part}>{t(`parts.${part}`)}</h4>
      {difference?.paired ? (
        <Counts counts={difference.paired} difference={difference} first={first} second={second} />
      ) : (
        <Note>{t(reason)}</Note>
      )}
    </div>
  );
}

type Difference = NonNullable<ReturnType<typeof differenceOfRuns>>;
type CountsProps = Omit<PairedTestProps, 'part'> & {
  readonly counts: NonNullable<Difference['paired']>;
  readonly difference: Difference;
};

function Counts({ counts, difference, first, second }: CountsProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.runs.paired' });
  const { both, onlyA, onlyB, neither } = counts;
  const { p, method } = mcnemar(onlyA, onlyB);
  const [a, b] = [first.number, second.number];
  const count = (value: number) => formatCount(value, i18n.language);
  const points = (share: number) => formatPoints(share, i18n.language);
  const { low, high } = difference.interval;
  const figure =
    p < LEAST_P
      ? t('below', { p: formatSignificant(LEAST_P, i18n.language, 1) })
      : t('equal', { p: formatSignificant(p, i18n.language, 2) });
  return (
    <>
      <Table caption={t('caption', { a, b })} className={styles.counts}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('right', { run: b })}</th>
            <th scope="col">{t('wrong', { run: b })}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('right', { run: a })}</th>
            <td>{count(both)}</td>
            <td>{count(onlyA)}</td>
          </tr>
          <tr>
            <th scope="row">{t('wrong', { run: a })}</th>
            <td>{count(onlyB)}</td>
            <td>{count(neither)}</td>
          </tr>
        </tbody>
      </Table>
      <Note>
        <TermText>
          {t(p < LEVEL ? 'unlikely' : 'chance', { p: figure, method: t(`methods.${method}`) })}
        </TermText>{' '}
        {t('difference', {
          ...{ a, b, difference: points(difference.accuracy) },
          ...{ low: points(low), high: points(high) },
        })}
      </Note>
    </>
  );
}
