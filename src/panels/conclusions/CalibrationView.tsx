import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../charts/Chart';
import { calibration } from '../../metrics/calibration';
import type { Readings } from '../../protocol/data/images';
import { formatCount, formatShare } from '../../ui/format';
import { Note } from '../../ui/Note';
import { Term } from '../shared/term';
import { useChartTexts } from '../shared/use-chart-texts';
import styles from './Conclusions.module.css';
import { calibrationFigure } from './calibration-figure';

/** Whether '90 % sure' is right nine times in ten: the curve, and the expected calibration error beside it. */
export function CalibrationView({ readings }: { readonly readings: Readings }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.conclusions' });
  const { language } = i18n;
  const found = useMemo(
    () => calibration(readings.probabilities, readings.truth, readings.predicted),
    [readings],
  );
  const figure = useMemo(() => {
    if (!found) return undefined;
    const axes = { confidence: t('calibration.confidence'), accuracy: t('calibration.accuracy') };
    return calibrationFigure(found, axes, ({ images, right, confidence }) =>
      t('calibration.bin', {
        images: formatCount(images, language),
        confidence: formatShare(confidence, language),
        accuracy: formatShare(right / images, language),
      }),
    );
  }, [found, t, language]);
  const texts = useChartTexts();
  if (!found || !figure) return null;
  const share = (value: number) => formatShare(value, language);
  return (
    <div className={styles.calibration}>
      <h3 aria-label={t('calibration.title')}>
        <Term id="calibration">{t('calibration.title')}</Term>
      </h3>
      <Note>
        {t('calibration.summary', {
          ece: share(found.ece),
          confidence: share(found.confidence),
          accuracy: share(found.accuracy),
        })}
      </Note>
      <Chart
        figure={figure}
        label={t('calibration.label')}
        summary={t('calibration.summary', {
          ece: share(found.ece),
          confidence: share(found.confidence),
          accuracy: share(found.accuracy),
        })}
        height="190px"
        texts={texts}
        columns={{
          x: t('calibration.confidence'),
          y: { accuracy: t('calibration.accuracy') },
          hasShares: true,
        }}
      />
    </div>
  );
}
