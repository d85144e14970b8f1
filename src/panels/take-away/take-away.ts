import i18next from 'i18next';
import { lazyPanel } from '../shared/lazy-panel';
import type { ResultPanel } from '../shared/panel';

export const takeAwayPanel: ResultPanel = {
  id: 'take-away',
  place: 'results',
  group: 'runs',
  Component: lazyPanel(async () => {
    // Its words are fetched with it.
    const [{ TakeAway }] = await Promise.all([import('./TakeAway'), i18next.loadNamespaces('take-away')]);
    return TakeAway;
  }),
};
