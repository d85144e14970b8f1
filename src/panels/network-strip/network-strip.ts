import type { Panel } from '../shared/panel';
import { NetworkStrip } from './NetworkStrip';

export const networkStripPanel: Panel = { id: 'network-strip', place: 'network', Component: NetworkStrip };
