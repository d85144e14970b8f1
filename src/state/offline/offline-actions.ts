import type { ActionContext, Controller } from '../controller';
import type { OfflineEvent, OfflineSlice } from './offline-slice';

interface OfflineActions {
  tellNewVersion(): void;
  /** Opens the newest version in the place of this one. A run that this cuts off is kept, and can go on there. */
  reloadToUpdate(): void;
  dismissNewVersion(): void;
  tellNoRoom(): void;
  dismissNoRoom(): void;
}

export function controlOffline({
  dispatch,
  loadNewest,
}: ActionContext<OfflineSlice, OfflineEvent>): Controller<OfflineActions> {
  return {
    actions: {
      tellNewVersion: () => dispatch({ type: 'new-version', isThere: true }),
      reloadToUpdate: () => loadNewest?.(),
      dismissNewVersion: () => dispatch({ type: 'new-version', isThere: false }),
      tellNoRoom: () => dispatch({ type: 'no-room-for-page', isTold: true }),
      dismissNoRoom: () => dispatch({ type: 'no-room-for-page', isTold: false }),
    },
  };
}
