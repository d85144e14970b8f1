import type { Panel } from '../shared/panel';
import { NetworkPanel } from './NetworkPanel';

export const networkPanel: Panel = { id: 'network', place: 'setup', Component: NetworkPanel };
