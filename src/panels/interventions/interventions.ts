import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel } from '../shared/panel';

export const interventionsPanel: ResultPanel = {
  id: 'interventions',
  place: 'results',
  group: 'inside',
  Component: lazyPanel(async () => (await import('./Interventions')).Interventions),
};
