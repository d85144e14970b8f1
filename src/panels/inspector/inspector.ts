import type { Panel } from '../shared/panel';
import { Inspector } from './Inspector';

export const inspectorPanel: Panel = { id: 'inspector', place: 'results', Component: Inspector };
