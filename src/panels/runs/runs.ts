import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel } from '../shared/panel';

export const runsPanel: ResultPanel = {
  id: 'runs',
  place: 'results',
  group: 'runs',
  Component: lazyPanel(async () => (await import('./Runs')).Runs),
};
