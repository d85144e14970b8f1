import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColourBar } from '../../charts/ColourBar';
import { colourScale } from '../../charts/colour-scale';
import { useColourScheme } from '../../charts/use-colour-scheme';
import type { ScaleExtent } from '../../charts/value-range';
import type { LayerPlan } from '../../model/shapes';
import { EmptyState } from '../../ui/EmptyState';
import { formatSignificant } from '../../ui/format';
import { Note } from '../../ui/Note';
import { SegmentedField } from '../../ui/SegmentedField';
import { SelectField } from '../../ui/SelectField';
import { Toolbar } from '../../ui/Toolbar';
import type { Inside } from '../shared/arithmetic/inside';
import { MapGrid } from '../shared/arithmetic/MapGrid';
import {
  askAbout,
  hasActivation,
  mapRanges,
  type Stage,
  shownValues,
} from '../shared/arithmetic/shown-values';
import { FailedInquiry } from '../shared/failed-inquiry';
import { ScaleField } from '../shared/scale-field';
import { useInquiry } from '../shared/use-inquiry';
import { useActions, useLab } from '../shared/use-lab';
import { layerLabel, nameOf } from './layer-label';
import { ValueInside } from './ValueInside';

/** One layer: its maps, and one value of them taken apart. */
export function LayerInside({ inside }: { readonly inside: Inside }) {
  const { t: tAll } = useTranslation();
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const selection = useLab((state) => state.selection);
  const { select } = useActions();
  const [stage, setStage] = useState<Stage>('after');
  const [extent, setExtent] = useState<ScaleExtent>('layer');
  const scheme = useColourScheme();

  const { image } = inside;
  const layer = Math.min(selection.layer ?? 0, inside.layers.length - 1);
  const layerCount = inside.layers.length;
  // The plan is the same as long as the network is; each look makes a new one.
  const architecture = JSON.stringify(inside.layers.map((plan) => plan.layer));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `architecture` stands for the layers
  const question = useMemo(
    () => askAbout(inside.layers, image, layer, stage, extent),
    [architecture, image, layer, stage, extent],
  );
  const { status, answer, retry } = useInquiry(question);
  const shown = shownValues(inside, layer, stage, answer);
  const scaleOf = useMemo(() => {
    const rangeFor = mapRanges(inside, layer, stage, extent, answer);
    return (filter: number) => colourScale(rangeFor(filter), scheme);
  }, [inside, layer, stage, extent, answer, scheme]);

  const plan = inside.layers[layer];
  if (!plan) return null;
  const filters = plan.output.length === 3 ? plan.output[2] : 1;
  const filter = plan.output.length === 3 ? Math.min(selection.filter ?? 0, filters - 1) : 0;
  const format = (value: number) => formatSignificant(value, i18n.language, 4);
  const scale = shown && scaleOf(filter);
  const canChooseStage = hasActivation(plan);

  return (
    <>
      <Toolbar align="end">
        <SelectField
          label={t('layer')}
          value={String(layer)}
          options={Array.from({ length: layerCount }, (_, i) => ({
            value: String(i),
            label: layerLabel(inside.layers[i] ?? plan, i, tAll),
          }))}
          onChange={(chosen) => select({ layer: Number(chosen) })}
        />
        <ScaleField of="map" value={extent} onChange={setExtent} />
      </Toolbar>
      <Toolbar>
        <SegmentedField
          label={t('stage')}
          value={canChooseStage ? stage : 'after'}
          options={(['before', 'after'] as const).map((value) => ({
            value,
            label: t(`stages.${value}`),
            isDisabled: !canChooseStage,
          }))}
          onChange={setStage}
        />
        {scale && (
          <ColourBar
            scale={scale}
            format={format}
            label={t('scaleLabel', { min: format(scale.min), max: format(scale.max) })}
          />
        )}
      </Toolbar>
      {!canChooseStage && <Note>{t(`noActivation.${whyNone(plan)}`)}</Note>}
      {status === 'failed' && <FailedInquiry onRetry={retry} />}
      {!shown && status !== 'failed' && <EmptyState text={t('loading')} />}
      {shown && filters > 1 && (
        <MapGrid
          name={t('mapsOf', { name: nameOf(plan, tAll) })}
          output={shown}
          scaleOf={scaleOf}
          selected={filter}
          onSelect={(chosen) => select({ layer, filter: chosen })}
        />
      )}
      {shown && (
        <ValueInside
          // A place of one layer says nothing in another.
          key={`${layer} ${architecture}`}
          inside={inside}
          layer={layer}
          filter={filter}
          shown={shown}
          stage={canChooseStage ? stage : 'after'}
          scale={scaleOf(filter)}
          answers={answer}
        />
      )}
    </>
  );
}

/** Why a layer has no activation of its own. */
function whyNone({ isOutput, layer, weights }: LayerPlan) {
  if (isOutput) return 'output';
  if (layer.type === 'batch-norm') return 'norm';
  if (layer.type === 'residual') return 'residual';
  return weights.length > 0 ? 'normalised' : 'pool';
}
