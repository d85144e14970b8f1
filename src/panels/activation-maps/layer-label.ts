import type { TFunction } from 'i18next';
import type { LayerPlan } from '../../model/shapes';
import { layerName } from '../shared/layer-name';

type Text = TFunction<'translation'>;

/** A layer's name, where the outputs of the last one are the logits. */
export const nameOf = ({ layer, isOutput }: LayerPlan, t: Text): string =>
  isOutput ? t('panels.activation-maps.logits') : layerName(layer, t);

/** '1 · conv 5×5 · 24 maps of 24×24' */
export function layerLabel(plan: LayerPlan, number: number, t: Text): string {
  const { output } = plan;
  const size =
    output.length === 3
      ? t('panels.activation-maps.maps', { count: output[2], height: output[0], width: output[1] })
      : t('panels.activation-maps.units', { count: output[0] });
  return `${number + 1} · ${nameOf(plan, t)} · ${size}`;
}
