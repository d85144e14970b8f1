import type { ResultPanel } from '../shared/panel';
import { Filters } from './Filters';

export const filtersPanel: ResultPanel = {
  id: 'filters',
  place: 'results',
  group: 'inside',
  Component: Filters,
};
