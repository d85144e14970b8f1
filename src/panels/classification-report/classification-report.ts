import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel } from '../shared/panel';

export const classificationReportPanel: ResultPanel = {
  id: 'classification-report',
  place: 'results',
  group: 'results',
  Component: lazyPanel(async () => (await import('./ClassificationReport')).ClassificationReport),
};
