import { useTranslation } from 'react-i18next';
import { repeatsOf } from '../../../metrics/repeats';
import { accuracyOf } from '../../../state/history/run-record';
import type { TrialResult } from '../../../state/sweeps/sweeps-slice';
import { formatNumber } from '../../../ui/format';
import { Note } from '../../../ui/Note';
import { Table } from '../../../ui/Table';
import { Term, TermText, withoutMarks } from '../../shared/term';
import { useLab } from '../../shared/use-lab';
import styles from './Sweeps.module.css';

const FIGURES = ['mean', 'deviation', 'interval', 'least', 'most', 'runs'] as const;

/** Mean and spread over the seeds, of the validation images and of the test images. */
export function RepeatFigures({ results }: { readonly results: readonly TrialResult[] }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.sweeps.repeat' });
  const { t: tRuns } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const runs = useLab((state) => state.runs);
  if (results.length === 0) return null;
  const tested = results.flatMap(({ run }) => {
    const test = runs.find(({ id }) => id === run)?.test;
    return test ? [accuracyOf(test).value] : [];
  });
  const parts = [results.flatMap(({ accuracy }) => accuracy ?? []), tested].map(repeatsOf);
  const percent = (share: number) => formatNumber(100 * share, i18n.language, 2);

  function figure(name: (typeof FIGURES)[number], of: ReturnType<typeof repeatsOf>): string {
    if (!of) return '–';
    if (name === 'runs') return formatNumber(of.runs, i18n.language, 0);
    if (name !== 'interval') return of[name] === undefined ? '–' : percent(of[name]);
    if (!of.interval) return '–';
    return tRuns('interval', { low: percent(of.interval.low), high: percent(of.interval.high) });
  }

  return (
    <>
      <Table caption={t('caption', { count: results.length })} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('figures')}</th>
            <th scope="col">{t('validation')}</th>
            <th scope="col">{t('test')}</th>
          </tr>
        </thead>
        <tbody>
          {FIGURES.map((name) => (
            <tr key={name}>
              <th scope="row" aria-label={withoutMarks(t(name))}>
                {name === 'deviation' ? (
                  <Term id="standard-deviation">{t(name)}</Term>
                ) : (
                  <TermText>{t(name)}</TermText>
                )}
              </th>
              {parts.map((of, part) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: always these two, in this order
                <td key={part}>{figure(name, of)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <Note>{t('meaning')}</Note>
    </>
  );
}
