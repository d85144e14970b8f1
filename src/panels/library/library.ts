import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel } from '../shared/panel';

export const libraryPanel: ResultPanel = {
  id: 'library',
  place: 'results',
  group: 'runs',
  Component: lazyPanel(async () => (await import('./Library')).Library),
};
