import type { ResultPanel } from '../shared/panel';
import { Experiments } from './Experiments';

export const experimentsPanel: ResultPanel = {
  id: 'experiments',
  place: 'results',
  group: 'runs',
  Component: Experiments,
};
