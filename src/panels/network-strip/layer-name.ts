import type { TFunction } from 'i18next';
import type { Layer } from '../../model/network';

/** What a layer is called above its maps: 'conv 5×5', 'max-pool'. */
export function layerName(layer: Layer, t: TFunction<'translation', 'panels.network-strip'>): string {
  switch (layer.type) {
    case 'conv':
      return t('conv', { kernel: `${layer.kernel}×${layer.kernel}` });
    case 'max-pool':
    case 'avg-pool':
    case 'dense':
    case 'dropout':
      return t(layer.type);
    default:
      return layer satisfies never;
  }
}
