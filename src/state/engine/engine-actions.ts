import type { ActionContext, Controller } from '../controller';
import type { FaultDismissed } from './engine-slice';

interface EngineActions {
  dismissFault(): void;
}

export const controlEngine = ({
  dispatch,
}: ActionContext<unknown, FaultDismissed>): Controller<EngineActions> => ({
  actions: { dismissFault: () => dispatch({ type: 'fault-dismissed' }) },
});
