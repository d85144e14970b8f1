import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VisChart } from '../../charts/VisChart';
import type { DrawVis } from '../../charts/vis-drawing';
import { EmptyState } from '../../ui/EmptyState';
import { Note } from '../../ui/Note';
import { SegmentedField } from '../../ui/SegmentedField';
import { StartTraining } from '../shared/start-training';
import { useChartTexts } from '../shared/use-chart-texts';
import { useLab } from '../shared/use-lab';
import { Block } from './Block';
import { batchesOfPoints, batchesTogether, batchHistory, epochHistory, type Measure } from './history';

const SCALES = ['batches', 'epochs'] as const;
type Scale = (typeof SCALES)[number];

/** Loss and accuracy of the run, as `fit` would have told them: batch by batch or epoch by epoch. */
export function TrainingHistory() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.inspector' });
  const [scale, setScale] = useState<Scale>('batches');
  const isEmpty = useLab(({ run }) =>
    scale === 'batches' ? run.batches.length === 0 : run.validation.length === 0,
  );
  const together = useLab(({ run }) => batchesTogether(run.batches.length));
  return (
    <Block title={t('history.title')} term="learning-curve">
      <SegmentedField
        label={t('history.scale')}
        isLabelHidden
        value={scale}
        options={SCALES.map((value) => ({ value, label: t(`history.${value}`) }))}
        onChange={setScale}
      />
      {isEmpty ? (
        <EmptyState text={t(`history.empty.${scale}`)}>
          <StartTraining />
        </EmptyState>
      ) : (
        <>
          <HistoryChart key={`loss ${scale}`} measure="loss" scale={scale} />
          <HistoryChart key={`accuracy ${scale}`} measure="accuracy" scale={scale} />
          {/* Not on the axis: a chart with another title would be made anew, which takes 50 ms and more. */}
          {scale === 'batches' && (
            <Note>{together === 1 ? t('history.single') : t('history.mean', { count: together })}</Note>
          )}
        </>
      )}
    </Block>
  );
}

function HistoryChart({ measure, scale }: { readonly measure: Measure; readonly scale: Scale }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.inspector' });
  const run = useLab((state) => state.run);
  const { batches, batchesPerEpoch, validation } = run;
  const draw = useCallback<DrawVis>(
    ({ train, valid }) => {
      const name = t(`history.${measure}`);
      const line = { kind: 'lines', yLabel: name, zoomed: measure === 'accuracy' } as const;
      const training = (values: readonly number[]) => ({
        name: t('history.training'),
        colour: train,
        values,
      });
      if (scale === 'batches') {
        return {
          ...line,
          xLabel: t('history.batchAxis'),
          at: batchesOfPoints(batches),
          series: [training(batchHistory(batches, measure))],
        };
      }
      const epochs = epochHistory({ batches, batchesPerEpoch, validation }, measure);
      const validated = { name: t('history.validation'), colour: valid, values: epochs.validation };
      return { ...line, xLabel: t('history.epochAxis'), series: [training(epochs.training), validated] };
    },
    [t, measure, scale, batches, batchesPerEpoch, validation],
  );
  return (
    <VisChart
      draw={draw}
      label={t('history.label', { measure: t(`history.${measure}`), scale: t(`history.${scale}`) })}
      summary={t('history.summary', {
        count: batches.length,
        epochs: t('history.epochsFinished', { count: validation.length }),
      })}
      height="170px"
      texts={useChartTexts()}
    />
  );
}
