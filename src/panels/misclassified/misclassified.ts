import type { ResultPanel } from '../shared/panel';
import { Misclassified } from './Misclassified';

export const misclassifiedPanel: ResultPanel = {
  id: 'misclassified',
  place: 'results',
  group: 'results',
  Component: Misclassified,
};
