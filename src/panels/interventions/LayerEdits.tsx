import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColourScale, colourScale } from '../../charts/colour-scale';
import { PictureGrid } from '../../charts/PictureGrid';
import type { Pictures } from '../../charts/picture-grid';
import { useColourScheme } from '../../charts/use-colour-scheme';
import { rangeOf } from '../../charts/value-range';
import { kernelPictures, kernelShape } from '../../model/kernels';
import { isConvolution } from '../../model/network';
import type { WeightLayer } from '../../model/weight-layers';
import type { Inquiries } from '../../protocol/engine-api';
import type { LayerWeights } from '../../protocol/inspect';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { NumberBox } from '../../ui/NumberBox';
import { FailedInquiry } from '../shared/failed-inquiry';
import { useChartTexts } from '../shared/use-chart-texts';
import { useInquiry } from '../shared/use-inquiry';
import { useActions, useLab } from '../shared/use-lab';
import { isMuted, mutedOf, toggleMute } from './edit-list';
import styles from './Interventions.module.css';
import { KernelEditor } from './KernelEditor';
import { MOST_UNITS, unitPictures } from './unit-pictures';
import type { EditsInHand } from './use-edits';

type LayerEditsProps = EditsInHand & { readonly layer: WeightLayer };

/** The filters (or units) of one layer: choose one, mute it, change its kernel. */
export function LayerEdits({ layer, edits, change }: LayerEditsProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.interventions' });
  const { select } = useActions();
  const number = layer.layer;
  const isConv = isConvolution(layer.plan.layer);
  const inquiry = useInquiry(useCallback((inquiries: Inquiries) => inquiries.weights([number]), [number]));
  const answer = inquiry.answer?.[0];
  // For a moment after the network was changed the answer is about the one before.
  const weights = String(answer?.shape) === String(kernelShape(layer.plan)) ? answer : undefined;
  const chosen =
    useLab((state) => (state.selection.layer === number ? state.selection.filter : undefined)) ?? 0;
  const filter = Math.min(chosen, layer.outputs - 1);
  const muted = isMuted(edits, number, filter);
  const name = t(isConv ? 'filter' : 'unit', { filter: filter + 1 });

  if (inquiry.status === 'failed') {
    return <FailedInquiry text={t('failed')} onRetry={inquiry.retry} />;
  }
  if (!weights) return <p role="status">{t('loading')}</p>;
  return (
    <>
      <Choice layer={layer} weights={weights} filter={filter} edits={edits} />
      {!isConv && layer.outputs > MOST_UNITS && <p>{t('firstUnits', { count: MOST_UNITS })}</p>}
      <div className={styles.chosen}>
        <NumberBox
          label={t(isConv ? 'filterNumber' : 'unitNumber')}
          min={1}
          max={layer.outputs}
          value={filter + 1}
          onChange={(typed) => select({ layer: number, filter: typed - 1 })}
        />
        <Button
          variant={muted ? 'plain' : 'primary'}
          onPress={() => change(toggleMute(edits, number, filter))}
        >
          {t(muted ? 'unmute' : 'mute', { name })}
        </Button>
      </div>
      {layer.plan.layer.type === 'separable-conv' && <Note>{t('separableKernel')}</Note>}
      {layer.plan.layer.type === 'conv' && (
        <KernelEditor weights={weights} filter={filter} isMuted={muted} edits={edits} change={change} />
      )}
    </>
  );
}

interface ChoiceProps extends Pick<LayerEditsProps, 'layer' | 'edits'> {
  readonly weights: LayerWeights;
  readonly filter: number;
}

function Choice({ layer, weights, filter, edits }: ChoiceProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.interventions' });
  const { select } = useActions();
  const scheme = useColourScheme();
  const number = layer.layer;
  const isConv = isConvolution(layer.plan.layer);
  const { pictures, scale } = useMemo(() => {
    const shown: Pictures = isConv ? kernelPictures(weights, 'mean') : unitPictures(weights);
    const { min, max } = rangeOf(shown.values);
    const range = isConv ? { min: Math.min(min, -1e-9), max } : { min: 0, max };
    return { pictures: shown, scale: colourScale(range, scheme) satisfies ColourScale };
  }, [weights, isConv, scheme]);
  const struck = useMemo(() => mutedOf(edits, number), [edits, number]);
  const nameOf = useCallback(
    (picture: number) => {
      const name = t(isConv ? 'filter' : 'unit', { filter: picture + 1 });
      return struck.has(picture) ? t('mutedName', { name }) : name;
    },
    [t, isConv, struck],
  );
  return (
    <PictureGrid
      save={useChartTexts().save}
      pictures={pictures}
      scaleOf={useCallback(() => scale, [scale])}
      label={t(isConv ? 'filters' : 'units')}
      nameOf={nameOf}
      selected={filter}
      struck={struck}
      onSelect={useCallback((picked: number) => select({ layer: number, filter: picked }), [select, number])}
    />
  );
}
