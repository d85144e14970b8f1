import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel } from '../shared/panel';

export const filtersPanel: ResultPanel = {
  id: 'filters',
  place: 'results',
  group: 'inside',
  Component: lazyPanel(async () => (await import('./Filters')).Filters),
};
