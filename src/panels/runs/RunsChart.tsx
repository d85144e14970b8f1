import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../charts/Chart';
import { accuracyOf, type RunReading, type RunRecord } from '../../state/history/run-record';
import { formatShare } from '../../ui/format';
import { SegmentedField } from '../../ui/SegmentedField';
import { useChartTexts } from '../shared/use-chart-texts';
import { RunSwatch } from './RunSwatch';
import styles from './Runs.module.css';
import { CURVES, type RunCurve, runsFigure } from './runs-figure';

/** The learning curves of some runs, one over the other. */
export function RunsChart({ runs }: { readonly runs: readonly RunRecord[] }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const [curve, setCurve] = useState<RunCurve>('validationAccuracy');
  const figure = useMemo(
    () =>
      runsFigure(runs, curve, {
        point: (run, value) => t('point', { run: run.number, value, epoch: '%{x:.2~f}' }),
        epoch: t('epoch'),
      }),
    [runs, curve, t],
  );
  const share = (of: number) => formatShare(of, i18n.language, 2);
  function withInterval(reading: RunReading): string {
    const { value, low, high } = accuracyOf(reading);
    return `${share(value)} (${t('interval', { low: share(low), high: share(high) })})`;
  }
  const ends = runs.map(({ number, validation }) =>
    t('summaryOfRun', {
      run: number,
      accuracy: validation ? withInterval(validation) : '–',
    }),
  );
  return (
    <>
      <div className={styles.chartHead}>
        <SegmentedField<RunCurve>
          label={t('curves')}
          value={curve}
          options={CURVES.map((value) => ({ value, label: t(`curve.${value}`) }))}
          onChange={setCurve}
        />
        <ul className={styles.legend}>
          {runs.map(({ number }) => (
            <li key={number}>
              <RunSwatch run={number} /> {t('run', { run: number })}
            </li>
          ))}
        </ul>
      </div>
      <Chart
        figure={figure}
        label={t('chart')}
        summary={ends.join(' ')}
        height="240px"
        empty={runs.length === 0 ? t('noneShown') : undefined}
        texts={useChartTexts()}
      />
    </>
  );
}
