import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel } from '../shared/panel';

export const reportPanel: ResultPanel = {
  id: 'report',
  place: 'results',
  group: 'runs',
  Component: lazyPanel(async () => (await import('./Report')).Report),
};
