import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColourBar } from '../../charts/ColourBar';
import { PictureGrid } from '../../charts/PictureGrid';
import { useColourScheme } from '../../charts/use-colour-scheme';
import type { ScaleExtent } from '../../charts/value-range';
import { type KernelChannel, kernelPictures, kernelShape } from '../../model/kernels';
import type { WeightLayer } from '../../model/weight-layers';
import type { LayerWeights } from '../../protocol/inspect';
import { formatSignificant } from '../../ui/format';
import { Toolbar } from '../../ui/Toolbar';
import { FailedInquiry } from '../shared/failed-inquiry';
import { ScaleField } from '../shared/scale-field';
import { useChartTexts } from '../shared/use-chart-texts';
import { type Inquiry, useInquiry } from '../shared/use-inquiry';
import { useActions, useLab } from '../shared/use-lab';
import { WeightLayerField } from '../shared/weight-layer-field';
import { ChannelField } from './ChannelField';
import styles from './Filters.module.css';
import { filterScales } from './filter-scales';
import { SelectedFilter } from './SelectedFilter';
import { WeightHistogram } from './WeightHistogram';

interface LayerFiltersProps {
  /** All convolutions. */
  readonly layers: readonly WeightLayer[];
  readonly layer: WeightLayer;
}

/** One convolution: what to show of it, and its filters. */
export function LayerFilters({ layers, layer }: LayerFiltersProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.filters' });
  const { select } = useActions();
  const [wanted, setChannel] = useState<KernelChannel>('mean');
  const [extent, setExtent] = useState<ScaleExtent>('layer');
  const channels = layer.plan.input[2] ?? 1;
  const channel = channels === 1 ? 0 : wanted !== 'mean' && wanted >= channels ? 'mean' : wanted;
  const asked = extent === 'network' ? layers : [layer];
  const inquiry = useWeights(asked);
  const weights = inquiry.answer?.find((answer) => answer.layer === layer.layer);
  // For a moment after the network was changed the answer is about the one before.
  const fits = weights && String(weights.shape) === String(kernelShape(layer.plan));

  return (
    <>
      <Toolbar align="end">
        <WeightLayerField layers={layers} value={layer} onChange={(chosen) => select({ layer: chosen })} />
        {channels > 1 && <ChannelField channels={channels} value={channel} onChange={setChannel} />}
        <ScaleField of="filter" value={extent} onChange={setExtent} />
      </Toolbar>
      {fits && inquiry.answer ? (
        <Kernels weights={weights} all={inquiry.answer} channel={channel} extent={extent} />
      ) : inquiry.status === 'failed' ? (
        <FailedInquiry text={t('failed')} onRetry={inquiry.retry} />
      ) : (
        <p role="status">{t('loading')}</p>
      )}
    </>
  );
}

function useWeights(layers: readonly WeightLayer[]): Inquiry<readonly LayerWeights[]> {
  // By value, as a list of numbers is a new one in each render.
  const numbers = layers.map(({ layer }) => layer).join(' ');
  return useInquiry(useCallback((inquiries) => inquiries.weights(numbers.split(' ').map(Number)), [numbers]));
}

interface KernelsProps {
  readonly weights: LayerWeights;
  readonly all: readonly LayerWeights[];
  readonly channel: KernelChannel;
  readonly extent: ScaleExtent;
}

function Kernels({ weights, all, channel, extent }: KernelsProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.filters' });
  const { select } = useActions();
  const scheme = useColourScheme();
  const { layer } = weights;
  const chosen = useLab(({ selection }) => (selection.layer === layer ? selection.filter : undefined));
  const pictures = useMemo(() => kernelPictures(weights, channel), [weights, channel]);
  // The first one as long as none is chosen, so that its numbers are in sight at once.
  const selected = chosen !== undefined && chosen < pictures.count ? chosen : 0;
  const scaleOf = useMemo(
    () => filterScales(extent, pictures, channel, weights, all, scheme),
    [extent, pictures, channel, weights, all, scheme],
  );
  const nameOf = useCallback((filter: number) => t('filter', { filter: filter + 1 }), [t]);
  const onSelect = useCallback((filter: number) => select({ layer, filter }), [select, layer]);
  const format = (value: number) => formatSignificant(value, i18n.language, 2);
  const shared = scaleOf(0);

  return (
    <>
      <PictureGrid
        save={useChartTexts().save}
        pictures={pictures}
        scaleOf={scaleOf}
        label={t('grid')}
        nameOf={nameOf}
        selected={selected}
        onSelect={onSelect}
      />
      <p className={styles.legend}>
        {extent === 'map' ? (
          t('ownScale')
        ) : (
          <ColourBar
            scale={shared}
            format={format}
            label={t('scale', { min: format(shared.min), max: format(shared.max) })}
          />
        )}
      </p>
      <div className={styles.details}>
        <SelectedFilter
          filter={selected}
          pictures={pictures}
          channel={channel}
          bias={weights.bias}
          scaleOf={scaleOf}
        />
        <WeightHistogram weights={weights} />
      </div>
    </>
  );
}
