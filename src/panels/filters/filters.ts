import type { Panel } from '../shared/panel';
import { Filters } from './Filters';

export const filtersPanel: Panel = { id: 'filters', place: 'results', Component: Filters };
