import type { Panel } from '../shared/panel';
import { ConfusionMatrix } from './ConfusionMatrix';

export const confusionMatrixPanel: Panel = {
  id: 'confusion-matrix',
  place: 'results',
  overview: 'tall',
  Component: ConfusionMatrix,
};
