import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel } from '../shared/panel';

export const ownDigitsPanel: ResultPanel = {
  id: 'own-digits',
  place: 'results',
  group: 'data',
  Component: lazyPanel(async () => (await import('./OwnDigits')).OwnDigits),
};
