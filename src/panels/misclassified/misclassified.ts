import type { Panel } from '../shared/panel';
import { Misclassified } from './Misclassified';

export const misclassifiedPanel: Panel = {
  id: 'misclassified',
  place: 'results',
  overview: 'wide',
  Component: Misclassified,
};
