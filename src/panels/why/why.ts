import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel } from '../shared/panel';

export const whyPanel: ResultPanel = {
  id: 'why',
  place: 'results',
  group: 'inside',
  Component: lazyPanel(async () => (await import('./Why')).Why),
};
