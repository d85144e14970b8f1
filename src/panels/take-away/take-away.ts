import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel } from '../shared/panel';

export const takeAwayPanel: ResultPanel = {
  id: 'take-away',
  place: 'results',
  group: 'runs',
  Component: lazyPanel(async () => (await import('./TakeAway')).TakeAway),
};
