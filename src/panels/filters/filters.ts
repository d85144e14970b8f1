import type { Panel } from '../panel';
import { Filters } from './Filters';

export const filtersPanel: Panel = { id: 'filters', place: 'results', Component: Filters };
