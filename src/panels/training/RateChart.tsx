import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../charts/Chart';
import { proposedRate, smoothedLosses } from '../../metrics/rate-test';
import type { RateTest } from '../../protocol/rate-finder';
import { formatNumber, formatSignificant } from '../../ui/format';
import { useChartTexts } from '../shared/use-chart-texts';
import { rateFigure } from './rate-figure';

/** The loss over the rates that were tried, and the rate that is proposed. */
export function RateChart({ test: { points, status, settings } }: { readonly test: RateTest }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.training.finder' });
  const proposed = status === 'finished' ? proposedRate(points, settings) : undefined;
  const mark = proposed?.rate;
  const rate = (value: number) => formatSignificant(value, i18n.language, 2);
  const figure = useMemo(
    () =>
      rateFigure(points, mark, {
        loss: t('loss'),
        rate: t('rate'),
        point: t('point', { loss: '%{y:.3f}', rate: '%{x:.2~g}' }),
      }),
    [points, mark, t],
  );
  return (
    <Chart
      figure={figure}
      label={t('chart')}
      summary={summary()}
      height="180px"
      texts={useChartTexts()}
      columns={{ x: t('rate'), y: { loss: t('loss') } }}
    />
  );

  function summary(): string {
    const smoothed = smoothedLosses(points);
    const least = Math.min(...smoothed.filter(Number.isFinite));
    const seen = t('summary', {
      from: rate(points[0]?.rate ?? 0),
      to: rate(points.at(-1)?.rate ?? 0),
      least: formatNumber(least, i18n.language, 2),
      at: rate(points[smoothed.indexOf(least)]?.rate ?? 0),
    });
    return proposed ? `${seen} ${t(`proposed.${proposed.share}`, { rate: rate(proposed.rate) })}` : seen;
  }
}
