import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { VisChart } from '../../charts/VisChart';
import type { DrawVis } from '../../charts/vis-drawing';
import { kernelShape } from '../../model/kernels';
import { planOf, readingLayers } from '../../model/shapes';
import type { Inquiries } from '../../protocol/engine-api';
import type { LayerWeights } from '../../protocol/inspect';
import { EmptyState } from '../../ui/EmptyState';
import { formatCount, formatSignificant } from '../../ui/format';
import { Note } from '../../ui/Note';
import { SelectField } from '../../ui/SelectField';
import { FailedInquiry } from '../shared/failed-inquiry';
import { countedLayerName } from '../shared/layer-name';
import { learntWeights } from '../shared/learnt-weights';
import { useChartTexts } from '../shared/use-chart-texts';
import { useInquiry } from '../shared/use-inquiry';
import { useActions, useLab } from '../shared/use-lab';
import { Block } from './Block';
import { type Histogram, histogram } from './histogram';

const BINS = 40;

/** How the kernel of the selected layer is spread; the first one's where none with weights is selected. */
export function WeightHistogram() {
  const { t: tAll } = useTranslation();
  const { t } = useTranslation('translation', { keyPrefix: 'panels.inspector' });
  const built = useLab((state) => state.built);
  const selected = useLab((state) => state.selection.layer);
  const { select } = useActions();
  const layers = useMemo(() => (built ? learningLayers(built.network) : []), [built]);
  const shown = layers.find(({ number }) => number === selected) ?? layers[0];
  const number = shown?.number ?? 0;
  const question = useCallback((ask: Inquiries) => ask.weights([number]), [number]);
  const { status, answer, retry } = useInquiry(question);
  const weights = answer?.[0];
  if (!shown) return null;
  return (
    <Block title={t('weights.title')} term="parameter">
      <SelectField
        label={t('weights.layer')}
        value={String(number)}
        options={layers.map(({ layer, number }) => ({
          value: String(number),
          label: t('weights.option', { number: number + 1, name: countedLayerName(layer, tAll) }),
        }))}
        onChange={(value) => select({ layer: Number(value) })}
      />
      {weights ? (
        <Spread weights={weights} />
      ) : status === 'failed' ? (
        <FailedInquiry text={t('weights.failed')} onRetry={retry} />
      ) : (
        <EmptyState text={t(status === 'loading' ? 'weights.loading' : 'weights.none')} />
      )}
    </Block>
  );
}

function Spread({ weights }: { readonly weights: LayerWeights }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.inspector' });
  const { values, shapes } = useMemo(() => learntWeights(weights), [weights]);
  const found = useMemo(() => histogram(values, BINS), [values]);
  const draw = useCallback<DrawVis>(
    ({ train }) => ({
      kind: 'bars',
      xLabel: t('weights.value'),
      yLabel: t('weights.count'),
      colour: train,
      bars: rounded(found?.bins ?? []),
    }),
    [found, t],
  );
  const number = (value: number) => formatSignificant(value, i18n.language, 3);
  const odd = found ? found.notFinite : values.length;
  const sentences = [
    found &&
      t('weights.spread', {
        count: values.length,
        weights: formatCount(values.length, i18n.language),
        shape: shapes.map((shape) => shape.join(' × ')).join(' + '),
        min: number(found.min),
        max: number(found.max),
        mean: number(found.mean),
        deviation: number(found.deviation),
        zeros: formatCount(found.zeros, i18n.language),
      }),
    odd > 0 && t('weights.notFinite', { count: odd }),
  ];
  const summary = sentences.filter(Boolean).join(' ');
  return (
    <>
      <VisChart
        draw={draw}
        label={t('weights.title')}
        summary={summary}
        height="200px"
        texts={useChartTexts()}
      />
      {/* Screen readers have it as the picture's summary. */}
      <Note aria-hidden>{summary}</Note>
    </>
  );
}

const learningLayers = (network: Parameters<typeof planOf>[0]) =>
  readingLayers(planOf(network)).flatMap((plan, number) =>
    kernelShape(plan) ? [{ layer: plan.layer, number }] : [],
  );

/** The middle of each bin with as many digits as tell it from the next. */
function rounded(bins: Histogram['bins']) {
  const width = Math.abs((bins[1]?.at ?? 1) - (bins[0]?.at ?? 0)) || 1;
  const digits = Math.min(20, Math.max(0, 1 - Math.floor(Math.log10(width))));
  return bins.map(({ at, count }) => ({ at: Number(at.toFixed(digits)), height: count }));
}
