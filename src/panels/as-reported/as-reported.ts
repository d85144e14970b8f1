import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel } from '../shared/panel';

export const asReportedPanel: ResultPanel = {
  id: 'as-reported',
  place: 'results',
  group: 'runs',
  Component: lazyPanel(async () => (await import('./AsReported')).AsReported),
};
