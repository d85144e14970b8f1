import type { Panel } from '../shared/panel';
import { Experiments } from './Experiments';

export const experimentsPanel: Panel = { id: 'experiments', place: 'results', Component: Experiments };
