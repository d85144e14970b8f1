import type { Panel } from '../panel';
import { NetworkPanel } from './NetworkPanel';

export const networkPanel: Panel = { id: 'network', place: 'setup', Component: NetworkPanel };
