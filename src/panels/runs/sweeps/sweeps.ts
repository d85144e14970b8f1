import { lazyPanel } from '../../shared/lazy-panel';
import type { ResultPanel } from '../../shared/panel';

/** A panel of its own beside the list of runs, whose folder it shares: its runs are in that list. */
export const sweepsPanel: ResultPanel = {
  id: 'sweeps',
  place: 'results',
  group: 'runs',
  Component: lazyPanel(async () => (await import('./Sweeps')).Sweeps),
};
