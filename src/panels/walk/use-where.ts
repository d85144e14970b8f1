import { useTranslation } from 'react-i18next';
import type { Place } from '../shared/arithmetic/picture';
import { useOutputNames } from '../shared/use-class-names';
import type { View } from './view';

/** What a value of a step is called: 'Map 3, row 1, column 2', 'Unit 5', 'Probability of 7'. */
export function useWhere(): (view: Pick<View, 'step' | 'values'>, place: Place) => string {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const { t: tWalk } = useTranslation('translation', { keyPrefix: 'panels.walk.where' });
  const names = useOutputNames();
  return ({ step, values: { made } }, { y, x, channel }) => {
    const [row, column, number] = [y + 1, x + 1, channel + 1];
    if (step.kind === 'image') return tWalk('image', { row, column });
    if (step.kind === 'softmax') return tWalk('softmax', { digit: names[channel] });
    if (step.kind === 'dense' && step.plan.isOutput) return t('logitOf', { digit: names[channel] });
    if (step.kind === 'flatten') return tWalk('flatten', { number });
    return made.shape.length === 3 ? t('pixel', { map: number, row, column }) : t('unit', { number });
  };
}
