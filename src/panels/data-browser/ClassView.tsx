import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../charts/Chart';
import { INPUT_SIDE } from '../../model/network';
import type { ImageSummary } from '../../protocol/inspect';
import { formatNumber, formatShare } from '../../ui/format';
import { Note } from '../../ui/Note';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { greyPixels } from '../../ui/pixels';
import { useChartTexts } from '../shared/use-chart-texts';
import { useClassNames } from '../shared/use-class-names';
import { meanImage } from './browsed-images';
import styles from './DataBrowser.module.css';
import { greyLevels, greysOfBin } from './grey-levels';
import { greysFigure } from './greys-figure';

interface ClassViewProps {
  readonly summary: ImageSummary;
  /** Undefined for all classes together. */
  readonly digit: number | undefined;
}

/** A class, or all of them: the mean image and how bright the pixels are. */
export function ClassView({ summary, digit }: ClassViewProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.data-browser' });
  const names = useClassNames();
  const { language } = i18n;
  const levels = useMemo(() => greyLevels(summary, digit), [summary, digit]);
  const mean = useMemo(
    () => greyPixels({ width: INPUT_SIDE, height: INPUT_SIDE, values: meanImage(summary, digit) }),
    [summary, digit],
  );
  const figure = useMemo(() => {
    const shares = levels?.shares ?? [];
    return greysFigure(shares, t('grey'), (bin) => {
      const [from, to] = greysOfBin(bin);
      return t('bin', { from, to, share: formatShare(shares[bin] ?? 0, language, 2) });
    });
  }, [levels, t, language]);
  const whose = digit === undefined ? t('ofAll') : t('ofClass', { name: names[digit] });
  const spread = levels?.spread;
  const summaryText = spread
    ? t('greysSummary', {
        empty: formatShare(spread.zeros / spread.count, language),
        mean: formatNumber(spread.mean, language, 3),
        deviation: formatNumber(spread.deviation, language, 3),
      })
    : t('noImages');
  return (
    <section className={styles.class} aria-label={whose}>
      <h3>{whose}</h3>
      <div className={styles.spread}>
        <figure className={styles.picture}>
          <PixelCanvas pixels={mean} className={styles.large} name={t('meanName', { whose })} />
          <figcaption>{t('mean')}</figcaption>
        </figure>
        <div className={styles.greys}>
          <Chart
            figure={figure}
            label={t('greys')}
            summary={summaryText}
            height="150px"
            empty={levels ? undefined : t('noImages')}
            texts={useChartTexts()}
            columns={{ x: t('grey'), y: { shares: t('greys') }, hasShares: true }}
          />
          {/* Screen readers have it as the picture's summary. */}
          <Note aria-hidden>{summaryText}</Note>
        </div>
      </div>
    </section>
  );
}
