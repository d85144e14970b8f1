import type { TFunction } from 'i18next';
import type { Layer } from '../../model/network';

/** A layer's numbers in a few characters: '24 @ 5×5, stride 2, same'. */
export function describeLayer(layer: Layer, t: TFunction): string {
  switch (layer.type) {
    case 'conv':
    case 'separable-conv': {
      const { filters, kernel, stride, padding } = layer;
      let what = t('panels.network.describe.conv', { filters, kernel });
      if (stride > 1) what = t('panels.network.describe.strided', { what, stride });
      return padding === 'same' ? t('panels.network.describe.same', { what }) : what;
    }
    case 'max-pool':
    case 'avg-pool': {
      const { size, stride } = layer;
      const what = t('panels.network.describe.pool', { size });
      return stride === size ? what : t('panels.network.describe.strided', { what, stride });
    }
    case 'dense':
      return t('panels.network.describe.dense', { units: layer.units });
    case 'global-avg-pool':
    case 'batch-norm':
      // Their type says all.
      return '';
    case 'residual':
      return t('panels.network.describe.residual');
    case 'dropout':
      return t('panels.network.describe.dropout', { percent: layer.percent });
    default:
      return layer satisfies never;
  }
}
