import type { SidePanel } from '../shared/panel';
import { DataPanel } from './DataPanel';

export const dataPanel: SidePanel = { id: 'data', place: 'setup', Component: DataPanel };
