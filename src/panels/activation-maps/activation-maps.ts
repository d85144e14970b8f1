import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel } from '../shared/panel';

export const activationMapsPanel: ResultPanel = {
  id: 'activation-maps',
  place: 'results',
  group: 'inside',
  Component: lazyPanel(async () => (await import('./ActivationMaps')).ActivationMaps),
};
