import type { TFunction } from 'i18next';
import type { LayerPlan } from '../../model/shapes';

export type MapsText = TFunction<'translation', 'panels.activation-maps'>;

/** 'conv 5×5', 'max-pool 2×2', 'dense' */
export function layerName({ layer, isOutput }: LayerPlan, t: MapsText): string {
  switch (layer.type) {
    case 'conv':
      return t('layers.conv', { side: layer.kernel });
    case 'max-pool':
    case 'avg-pool':
      return t(`layers.${layer.type}`, { side: layer.size });
    case 'dense':
      return t(isOutput ? 'layers.output' : 'layers.dense');
    case 'dropout':
      return t('layers.dropout');
    default:
      return layer satisfies never;
  }
}

/** '1 · conv 5×5 · 24 maps of 24×24' */
export function layerLabel(plan: LayerPlan, number: number, t: MapsText): string {
  const { output } = plan;
  const size =
    output.length === 3
      ? t('maps', { count: output[2], height: output[0], width: output[1] })
      : t('units', { count: output[0] });
  return `${number + 1} · ${layerName(plan, t)} · ${size}`;
}
