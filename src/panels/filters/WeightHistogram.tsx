import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { barsPath } from '../../charts/bars-path';
import type { LayerWeights } from '../../protocol/inspect';
import { formatCount, formatSignificant } from '../../ui/format';
import { learntWeights } from '../shared/learnt-weights';
import { TermText } from '../shared/term';
import styles from './Filters.module.css';
import { weightSpread } from './weight-spread';

const BINS = 61;

/** How the weights of the layer's kernels are spread: those that it learns, before any are multiplied out. */
export function WeightHistogram({ weights }: { readonly weights: LayerWeights }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.filters' });
  const { values: learnt } = useMemo(() => learntWeights(weights), [weights]);
  const { counts, end, mean, deviation } = useMemo(() => weightSpread(learnt, BINS), [learnt]);
  const short = (value: number) => formatSignificant(value, i18n.language, 2);
  const figures = { mean: short(mean), deviation: short(deviation) };
  const count = formatCount(learnt.length, i18n.language);
  return (
    <figure className={styles.histogram}>
      <figcaption>
        <b>{t('weights', { count: learnt.length, shown: count })}</b>{' '}
        <TermText>{t('spread', figures)}</TermText>
      </figcaption>
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <path d={barsPath(counts)} />
        <line x1="0.5" x2="0.5" y1="0" y2="1" />
      </svg>
      <div className={styles.axis} aria-hidden="true">
        <span>{short(-end)}</span>
        <span>0</span>
        <span>{short(end)}</span>
      </div>
    </figure>
  );
}
