import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../charts/Chart';
import type { Evaluation } from '../../protocol/engine-api';
import { formatCount, formatShare } from '../../ui/format';
import { Section } from '../../ui/Section';
import { useLab } from '../use-lab';
import styles from './ConfusionMatrix.module.css';
import { CountsTable } from './CountsTable';
import { MatrixNumbers } from './MatrixNumbers';
import { errorsByCount } from './matrix-cells';
import { matrixFigure } from './matrix-figure';

/** Which digits are read as which: validation images after each epoch, the test images at the end. */
export function ConfusionMatrix() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.confusion-matrix' });
  const { t: tChart } = useTranslation('translation', { keyPrefix: 'charts' });
  const validation = useLab((state) => state.run.validation);
  const test = useLab((state) => state.run.test);
  const [showCorrect, setShowCorrect] = useState(false);

  const evaluation = test ?? validation.at(-1);
  const counts = evaluation?.confusion;
  const figure = useMemo(() => {
    return matrixFigure(counts, showCorrect, ({ truth, predicted, ...cell }) =>
      t('cell', {
        truth,
        predicted,
        images: formatCount(cell.count, i18n.language),
        share: formatShare(cell.share, i18n.language),
      }),
    );
  }, [counts, showCorrect, t, i18n.language]);

  return (
    <Section title={t('title')} note={caption()}>
      <div className={styles.matrix}>
        <Chart
          figure={figure}
          label={t('label')}
          summary={evaluation ? summary(evaluation) : t('empty')}
          height="100%"
          empty={evaluation ? undefined : t('empty')}
          texts={{ loading: tChart('loading'), failed: tChart('failed'), retry: tChart('retry') }}
        >
          <MatrixNumbers counts={counts} showCorrect={showCorrect} />
        </Chart>
      </div>
      <label className={styles.toggle}>
        <input
          type="checkbox"
          checked={showCorrect}
          onChange={(event) => setShowCorrect(event.target.checked)}
        />
        {t('showCorrect')}
      </label>
      {counts && (
        <details className={styles.details}>
          <summary>{t('table')}</summary>
          <CountsTable counts={counts} />
        </details>
      )}
    </Section>
  );

  function caption(): ReactNode {
    if (test) return t('ofTest', { images: count(test.images) });
    if (validation.length > 0) return t('ofValidation', { epoch: validation.length });
    return undefined;
  }

  function summary({ images, confusion }: Evaluation): string {
    const errors = errorsByCount(confusion);
    const wrong = errors.reduce((sum, cell) => sum + cell.count, 0);
    const worst = errors[0];
    if (!worst) return t('noErrors', { images: count(images) });
    const { truth, predicted } = worst;
    return t('summary', {
      wrong: count(wrong),
      images: count(images),
      truth,
      predicted,
      times: count(worst.count),
    });
  }

  function count(value: number): string {
    return formatCount(value, i18n.language);
  }
}
