import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel } from '../shared/panel';

export const walkPanel: ResultPanel = {
  id: 'walk',
  place: 'results',
  group: 'inside',
  Component: lazyPanel(async () => (await import('./Walk')).Walk),
};
