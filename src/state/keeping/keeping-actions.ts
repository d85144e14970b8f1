import type { ActionContext, Controller } from '../controller';
import { isNewerPage } from './keeper';
import type { KeepingEvent, KeepingSlice } from './keeping-slice';

interface KeepingActions {
  dismissNotKept(): void;
}

export function controlKeeping({
  dispatch,
  keepStore,
}: ActionContext<KeepingSlice, KeepingEvent>): Controller<KeepingActions> {
  const tell = (keeping: KeepingSlice['keeping']) => dispatch({ type: 'keeping', keeping });
  keepStore?.then(
    (store) => {
      tell('kept');
      store.onNewer(() => tell('newer'));
    },
    (error: unknown) => tell(isNewerPage(error) ? 'newer' : 'blocked'),
  );
  return { actions: { dismissNotKept: () => dispatch({ type: 'not-kept-dismissed' }) } };
}
