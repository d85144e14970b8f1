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
  let told = '';
  const follow = () => {
    const { run } = store.getState();
    const { phase } = run;
    const percent = percentOf(run);
    // The state changes far more often than what is said of it.
    if (told === `${phase} ${percent}`) return;
    told = `${phase} ${percent}`;
    page.title = titleOf(phase, percent);
  };
  follow();
  store.subscribe(follow);
  i18next.on('languageChanged', () => {
    told = '';
    follow();
  });
}

/** The last whole one: 'all of it' is said at the end alone. */
const percentOf = ({ progress }: RunState): number => Math.floor(100 * (progress?.done ?? 0));

function titleOf(phase: RunState['phase'], percent: number): string {
  const share = formatShare(percent / 100, i18next.language, 0);
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
