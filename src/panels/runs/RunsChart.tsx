import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../charts/Chart';
import type { RunRecord } from '../../state/history/run-record';
import { SegmentedField } from '../../ui/SegmentedField';
import { useAccuracyText } from '../shared/accuracy-text';
import { useChangeText } from '../shared/use-change-text';
import { useChartTexts } from '../shared/use-chart-texts';
import { RunSwatch } from './RunSwatch';
import styles from './Runs.module.css';
import { marksOf } from './run-marks';
import { CURVES, type RunCurve, runsFigure } from './runs-figure';

/** The learning curves of some runs, one over the other. */
export function RunsChart({ runs }: { readonly runs: readonly RunRecord[] }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const changeText = useChangeText();
  const [chosen, setCurve] = useState<RunCurve>();
  // Of one epoch there is a single validation, which is no curve.
  const isShort = runs.length > 0 && runs.every(({ epochs }) => epochs <= 1);
  const curve = chosen ?? (isShort ? 'trainingLoss' : 'validationAccuracy');
  const marks = useMemo(() => marksOf(runs.map(({ number }) => number)), [runs]);
  const figure = useMemo(
    () =>
      runsFigure(runs, curve, {
        point: (run, value) => t('point', { run: run.number, value, epoch: '%{x:.2~f}' }),
        change: (run, change) => t('changeOf', { run: run.number, change: changeText(change) }),
        epoch: t('epoch'),
      }),
    [runs, curve, changeText, t],
  );
  const accuracyText = useAccuracyText();
  const ends = runs.map(({ number, validation }) =>
    t('summaryOfRun', {
      run: number,
      accuracy: validation ? accuracyText(validation) : '–',
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
          {[...marks].map(([number, mark]) => (
            <li key={number}>
              <RunSwatch mark={mark} /> {t('run', { run: number })}
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
        columns={{
          x: t('epoch'),
          y: Object.fromEntries(runs.map(({ number }) => [number, t('run', { run: number })])),
          hasShares: curve === 'validationAccuracy',
        }}
      />
    </>
  );
}
