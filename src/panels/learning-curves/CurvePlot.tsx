import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../charts/Chart';
import { recentMean } from '../../state/recent-mean';
import { useLab } from '../use-lab';
import styles from './CurvePlot.module.css';
import { curveFormat } from './curve-format';
import { type Curve, curvesFigure } from './curves-figure';

/** One of the two plots, under its name and the newest values. Each is redrawn in a task of its own. */
export function CurvePlot({ curve }: { readonly curve: Curve }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.learning-curves' });
  const { t: tChart } = useTranslation('translation', { keyPrefix: 'charts' });
  const batches = useLab((state) => state.run.batches);
  const validation = useLab((state) => state.run.validation);
  const batchesPerEpoch = useLab((state) => state.run.batchesPerEpoch);
  const before = useLab((state) => state.runBefore);
  const epochs = useLab((state) => (state.run.settings ?? state.settings).epochs);

  const name = t(curve);
  const value = useMemo(() => curveFormat(curve, i18n.language), [curve, i18n.language]);
  const figure = useMemo(
    () =>
      curvesFigure(curve, { batches, validation, batchesPerEpoch }, before, epochs, {
        training: (shown, first, last, single) =>
          single
            ? t('trainingBatch', { name, value: shown, batch: last })
            : t('trainingBatches', { name, value: shown, first, last }),
        validation: (shown, epoch) => t('validationEpoch', { name, value: shown, epoch }),
        tick: (batch, epoch) => t('tick', { batch, epoch }),
        value,
      }),
    [curve, batches, validation, batchesPerEpoch, before, epochs, name, t, value],
  );
  const training = recentMean(batches, curve);
  const validated = validation.at(-1)?.[curve];

  return (
    <>
      <div className={styles.head}>
        <h3>{name}</h3>
        {training !== undefined && (
          <span className={styles.training}>
            {t('training')} <b>{value(training)}</b>
          </span>
        )}
        {validated !== undefined && (
          <span className={styles.validation}>
            {t('validation')} <b>{value(validated)}</b>
          </span>
        )}
      </div>
      <Chart
        figure={figure}
        label={t('label', { name })}
        summary={summary()}
        height="154px"
        empty={batches.length === 0 ? t(curve === 'loss' ? 'emptyLoss' : 'emptyAccuracy') : undefined}
        texts={{ loading: tChart('loading'), failed: tChart('failed'), retry: tChart('retry') }}
      />
    </>
  );

  function summary(): string {
    if (batches.length === 0) return t('nothingYet');
    if (validated === undefined) return t('noEpochYet');
    return t('summary', { epoch: validation.length, name, value: value(validated) });
  }
}
