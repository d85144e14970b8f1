import type { SidePanel } from '../shared/panel';
import { NetworkPanel } from './NetworkPanel';

export const networkPanel: SidePanel = { id: 'network', place: 'setup', Component: NetworkPanel };
