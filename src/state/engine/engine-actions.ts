import type { ActionContext, Controller } from '../controller';
import type { FaultDismissed } from './engine-slice';

interface EngineActions {
  dismissFault(): void;
  /** Starts the engine again after it has died again and again. */
  startEngineAgain(): void;
}

export const controlEngine = ({
  dispatch,
  engine,
}: ActionContext<unknown, FaultDismissed>): Controller<EngineActions> => ({
  actions: {
    dismissFault: () => dispatch({ type: 'fault-dismissed' }),
    startEngineAgain: () => engine.revive(),
  },
});
