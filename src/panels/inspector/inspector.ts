import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel } from '../shared/panel';

export const inspectorPanel: ResultPanel = {
  id: 'inspector',
  place: 'results',
  group: 'inside',
  Component: lazyPanel(async () => (await import('./Inspector')).Inspector),
};
