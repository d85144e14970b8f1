import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../charts/Chart';
import type { FinishedRun } from '../../state/run/finished-run';
import { formatShare } from '../../ui/format';
import { SegmentedField } from '../../ui/SegmentedField';
import { useChartTexts } from '../shared/use-chart-texts';
import styles from './Experiments.module.css';
import { RunSwatch } from './RunSwatch';
import { CURVES, type RunCurve, runsFigure } from './runs-figure';

/** The learning curves of some runs, one over the other. */
export function RunsChart({ runs }: { readonly runs: readonly FinishedRun[] }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.experiments' });
  const [curve, setCurve] = useState<RunCurve>('validationAccuracy');
  const figure = useMemo(
    () =>
      runsFigure(runs, curve, {
        point: (run, value) => t('point', { run: run.number, value, epoch: '%{x:.2~f}' }),
        epoch: t('epoch'),
      }),
    [runs, curve, t],
  );
  const best = runs.map(({ number, test }) =>
    t('summaryOfRun', { run: number, accuracy: formatShare(test.right / test.images, i18n.language, 2) }),
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
        summary={best.join(' ')}
        height="240px"
        empty={runs.length === 0 ? t('noneShown') : undefined}
        texts={useChartTexts()}
      />
    </>
  );
}
