import type { ActionContext } from '../controller';
import type { HaltAsked } from '../sessions/sessions-slice';

/** Pauses or stops the run under way. Should the engine die before it hears of it, the run does not go on all the same. */
export function halt(
  { dispatch, engine }: Pick<ActionContext<unknown, HaltAsked>, 'dispatch' | 'engine'>,
  command: 'pause' | 'stop',
): void {
  dispatch({ type: 'halt-asked', isHalting: true });
  engine.ask(command);
}
