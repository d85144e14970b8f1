import type { SidePanel } from '../shared/panel';
import { NetworkStrip } from './NetworkStrip';

export const networkStripPanel: SidePanel = {
  id: 'network-strip',
  place: 'network',
  Component: NetworkStrip,
};
