import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../charts/Chart';
import type { Evaluation } from '../../protocol/run';
import { keptValidation } from '../../state/run/kept-epoch';
import { recentMean } from '../../state/run/recent-mean';
import { formatSignificant } from '../../ui/format';
import { useAccuracyText } from '../shared/accuracy-text';
import { StartTraining } from '../shared/start-training';
import { Term } from '../shared/term';
import { useChartTexts } from '../shared/use-chart-texts';
import { useLab } from '../shared/use-lab';
import styles from './CurvePlot.module.css';
import { curveFormat } from './curve-format';
import { type Curve, curveValue } from './curve-points';
import { TRACE } from './curve-traces';
import type { CurveView } from './curve-view';
import { curvesFigure } from './curves-figure';
import { rateOfRun } from './rate-trace';
import { useMarkTexts } from './use-mark-texts';

interface CurvePlotProps {
  readonly curve: Curve;
  readonly view: CurveView;
}

/** One of the two plots, under its name and the newest values. Each is redrawn in a task of its own. */
export function CurvePlot({ curve, view }: CurvePlotProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.learning-curves' });
  const batches = useLab((state) => state.run.batches);
  const validation = useLab((state) => state.run.validation);
  const batchesPerEpoch = useLab((state) => state.run.batchesPerEpoch);
  const before = useLab((state) => state.runBefore);
  const changes = useLab((state) => state.run.changes);
  const ending = useLab((state) => state.run.ending);
  const settings = useLab((state) => state.run.settings ?? state.settings);

  const accuracyText = useAccuracyText();
  const markTexts = useMarkTexts();
  const name = t(curve);
  const value = useMemo(() => curveFormat(curve, i18n.language), [curve, i18n.language]);
  const figure = useMemo(() => {
    const run = { batches, validation, batchesPerEpoch, changes, ending };
    return curvesFigure(
      { curve, view, run, before, settings },
      {
        training: ({ value: shown, raw, first, last, single }) => {
          const lines = [
            t(raw === undefined ? 'trainingPoint' : 'trainingSmoothed', { name, value: shown }),
            single ? t('ofBatch', { batch: last }) : t('ofBatches', { first, last }),
          ];
          return (raw === undefined ? lines : [...lines, t('raw', { value: raw })]).join('<br>');
        },
        rate: (shown, batch) => t('ratePoint', { value: shown, batch }),
        validation: (shown, epoch) => t('validationEpoch', { name, value: shown, epoch }),
        validationBefore: (shown, epoch) => t('validationBefore', { name, value: shown, epoch }),
        tick: (batch, epoch) => t('tick', { batch, epoch }),
        value,
        rateTick: (rate) => formatSignificant(rate, i18n.language, 2),
        ...markTexts,
      },
    );
  }, [
    curve,
    view,
    batches,
    validation,
    batchesPerEpoch,
    changes,
    ending,
    before,
    settings,
    name,
    t,
    value,
    markTexts,
    i18n.language,
  ]);
  const accuracy = recentMean(batches, 'accuracy');
  const loss = recentMean(batches, 'loss');
  const newest = keptValidation({ validation, ending }).at(-1);
  const validatedText = newest && textOf(newest);
  const isEmpty = batches.length === 0 && !before;

  return (
    <>
      <div className={styles.head}>
        <h3 aria-label={name}>
          <Term id={curve === 'loss' ? 'loss' : 'accuracy'}>{name}</Term>
        </h3>
        {curve === 'loss' && view.rate && batchesPerEpoch > 0 && (
          <span className={styles.rate}>
            <Term id="learning-rate">{t('rate')}</Term> <b>{rate()}</b>
          </span>
        )}
        {loss !== undefined && accuracy !== undefined && (
          <span className={styles.training}>
            {t('training')} <b>{value(curveValue(curve, { loss, accuracy }))}</b>
          </span>
        )}
        {validatedText !== undefined && (
          <span className={styles.validation}>
            {curve === 'loss' ? <Term id="validation">{t('validation')}</Term> : t('validation')}{' '}
            <b>{validatedText}</b>
          </span>
        )}
      </div>
      <Chart
        figure={figure}
        label={t('label', { name })}
        summary={summary()}
        height="154px"
        empty={isEmpty && empty()}
        texts={useChartTexts()}
        columns={{
          x: t('batchColumn'),
          y: { [TRACE.training]: t('training'), [TRACE.validation]: t('validation') },
          hasShares: curve !== 'loss',
        }}
      />
    </>
  );

  /** Shares of images with their interval. */
  function textOf(evaluation: Evaluation): string {
    switch (curve) {
      case 'loss':
        return value(evaluation.loss);
      case 'accuracy':
        return accuracyText(evaluation, 1);
      case 'error':
        return accuracyText({ images: evaluation.images, accuracy: 1 - evaluation.accuracy });
      default:
        return curve satisfies never;
    }
  }

  function rate(): string {
    const now = Math.max(1, batches.length);
    return formatSignificant(rateOfRun({ settings, changes, batchesPerEpoch }, now), i18n.language, 2);
  }

  function empty() {
    if (curve !== 'loss') return t('emptyAccuracy');
    return (
      <>
        {t('emptyLoss')}
        <StartTraining />
      </>
    );
  }

  function summary(): string {
    if (batches.length === 0) return t('nothingYet');
    if (validatedText === undefined) return t('noEpochYet');
    const epoch = ending?.keptEpoch ?? validation.length;
    const seen = t('summary', { epoch, name, value: validatedText });
    return ending && epoch < ending.epochs ? `${seen} ${t('summaryKept', { epochs: ending.epochs })}` : seen;
  }
}
