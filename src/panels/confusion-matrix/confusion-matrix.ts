import type { ResultPanel } from '../shared/panel';
import { ConfusionMatrix } from './ConfusionMatrix';

export const confusionMatrixPanel: ResultPanel = {
  id: 'confusion-matrix',
  place: 'results',
  group: 'results',
  Component: ConfusionMatrix,
};
