import type { TFunction } from 'i18next';
import { isConvolution, type Layer } from '../../model/network';

type Text = TFunction<'translation'>;

/** What a layer is called: 'conv 5×5', 'max-pool 2×2', 'dense'. */
export function layerName(layer: Layer, t: Text): string {
  switch (layer.type) {
    case 'conv':
    case 'separable-conv':
      return t(`layers.names.${layer.type}`, { kernel: square(layer.kernel) });
    case 'max-pool':
    case 'avg-pool':
      return t(`layers.names.${layer.type}`, { size: square(layer.size) });
    case 'dense':
    case 'global-avg-pool':
    case 'batch-norm':
    case 'residual':
      return t(`layers.names.${layer.type}`);
    case 'dropout':
      return t('layers.names.dropout', { percent: layer.percent });
    default:
      return layer satisfies never;
  }
}

/** The same where its output's size stands beside it, which tells the window of a pooling layer. */
export const shortLayerName = (layer: Layer, t: Text): string =>
  layer.type === 'max-pool' || layer.type === 'avg-pool'
    ? t(`layers.short.${layer.type}`)
    : layerName(layer, t);

/** The full name with the number of its filters or units: 'conv 24 @ 5×5', 'dense 128'. */
export function countedLayerName(layer: Layer, t: Text): string {
  if (layer.type === 'dense') return t('layers.counted.dense', { units: layer.units });
  if (!isConvolution(layer)) return layerName(layer, t);
  return t(`layers.counted.${layer.type}`, { filters: layer.filters, kernel: square(layer.kernel) });
}

const square = (side: number): string => `${side}×${side}`;
