import type { Settings } from '../../model/settings';
import type { RunChange } from '../../protocol/run';
import type { ActionContext } from '../controller';
import type { RunAsked } from '../sessions/sessions-slice';

/**
 * Has the engine train. Should it die before the run is kept for the first time, the next one is asked for it.
 * @param changes - that the run takes on by itself
 */
export function askForRun(
  { dispatch, engine }: Pick<ActionContext<unknown, RunAsked>, 'dispatch' | 'engine'>,
  settings: Settings,
  changes: readonly RunChange[] = [],
): void {
  dispatch({ type: 'run-asked', settings, changes });
  engine.ask('train', settings, ...(changes.length > 0 ? [changes] : []));
}
