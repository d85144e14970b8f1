import type { ResultPanel } from '../shared/panel';
import { Inspector } from './Inspector';

export const inspectorPanel: ResultPanel = {
  id: 'inspector',
  place: 'results',
  group: 'inside',
  Component: Inspector,
};
