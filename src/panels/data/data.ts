import type { Panel } from '../shared/panel';
import { DataPanel } from './DataPanel';

export const dataPanel: Panel = { id: 'data', place: 'setup', Component: DataPanel };
