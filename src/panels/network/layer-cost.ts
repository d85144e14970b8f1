import type { TFunction } from 'i18next';
import { receptiveField } from '../../model/receptive-field';
import type { LayerPlan } from '../../model/shapes';
import { formatCount } from '../../ui/format';

/**
 * What a layer costs, and how much of the image one of its outputs depends on:
 * '7,712 parameters · 2,764,800 multiply-adds · sees 14×14'.
 */
export function layerCost(
  layers: readonly LayerPlan[],
  index: number,
  t: TFunction,
  language: string,
): string {
  const plan = layers[index];
  if (!plan) return '';
  const { parameters, flops, output } = plan;
  const [height, width = 1] = output.length === 3 ? output : [1];
  // In the middle, where padding and edges cut off the least.
  const { onImage } = receptiveField(layers, index, Math.floor(height / 2), Math.floor(width / 2));
  const count = (value: number) => formatCount(value, language);
  const sees = t('panels.network.cost.sees', {
    height: onImage.bottom - onImage.top,
    width: onImage.right - onImage.left,
  });
  if (parameters === 0) return sees;
  return [
    t('panels.network.cost.parameters', { count: parameters, shown: count(parameters) }),
    t('panels.network.cost.multiplyAdds', { shown: count(flops / 2) }),
    sees,
  ].join(' · ');
}
