import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel } from '../shared/panel';

export const projectionPanel: ResultPanel = {
  id: 'projection',
  place: 'results',
  group: 'inside',
  Component: lazyPanel(async () => (await import('./ProjectionPanel')).ProjectionPanel),
};
