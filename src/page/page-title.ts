import i18next from 'i18next';
import type { StoreApi } from 'zustand/vanilla';
import type { LabState } from '../state/lab-state';
import type { RunState } from '../state/run/run-state';
import { formatShare } from '../ui/format';

/** The tab says how far a run is to whoever reads another page meanwhile. @param page - whose title it is */
export function keepTitle(
  store: Pick<StoreApi<LabState>, 'getState' | 'subscribe'>,
  page: { title: string } = document,
): void {
  const write = () => {
    const title = titleOf(store.getState().run);
    if (title !== page.title) page.title = title;
  };
  write();
  store.subscribe(write);
  i18next.on('languageChanged', write);
}

function titleOf({ phase, progress }: RunState): string {
  // The last whole percent: 'all of it' is said at the end alone.
  const done = Math.floor(100 * (progress?.done ?? 0)) / 100;
  const share = formatShare(done, i18next.language, 0);
  switch (phase) {
    case 'running':
    case 'testing':
      return i18next.t('app.titles.running', { share });
    case 'paused':
      return i18next.t('app.titles.paused', { share });
    case 'finished':
      return i18next.t('app.titles.finished');
    case 'failed':
      return i18next.t('app.titles.failed');
    default:
      return i18next.t('app.titles.page');
  }
}
