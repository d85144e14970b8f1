import type { ActionContext, Controller } from '../controller';
import type { KeepingEvent, KeepingSlice } from './keeping-slice';

interface KeepingActions {
  dismissNotKept(): void;
}

export function controlKeeping({
  dispatch,
  keepStore,
}: ActionContext<KeepingSlice, KeepingEvent>): Controller<KeepingActions> {
  keepStore?.then(
    () => dispatch({ type: 'keeping', keeping: 'kept' }),
    (error: unknown) => {
      const isNewer = error instanceof Error && error.name === 'NewerPage';
      dispatch({ type: 'keeping', keeping: isNewer ? 'newer' : 'blocked' });
    },
  );
  return { actions: { dismissNotKept: () => dispatch({ type: 'not-kept-dismissed' }) } };
}
