import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel } from '../shared/panel';

export const testImagePanel: ResultPanel = {
  id: 'test-image',
  place: 'results',
  group: 'data',
  Component: lazyPanel(async () => (await import('./TestImage')).TestImage),
};
