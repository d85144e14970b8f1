import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel } from '../shared/panel';

export const dataBrowserPanel: ResultPanel = {
  id: 'data-browser',
  place: 'results',
  group: 'data',
  Component: lazyPanel(async () => (await import('./DataBrowser')).DataBrowser),
};
