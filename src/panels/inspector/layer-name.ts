import type { TFunction } from 'i18next';
import type { Layer } from '../../model/network';

/** A layer in a few characters: 'conv 24 @ 5×5', 'dense 128'. */
export function layerName(layer: Layer, t: TFunction<'translation', 'panels.inspector'>): string {
  switch (layer.type) {
    case 'conv':
      return t('layers.conv', { filters: layer.filters, kernel: `${layer.kernel}×${layer.kernel}` });
    case 'max-pool':
    case 'avg-pool':
      return t(`layers.${layer.type}`, { size: `${layer.size}×${layer.size}` });
    case 'dense':
      return t('layers.dense', { units: layer.units });
    case 'dropout':
      return t('layers.dropout', { percent: layer.percent });
    default:
      return layer satisfies never;
  }
}
