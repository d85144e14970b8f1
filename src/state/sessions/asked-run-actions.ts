import type { ActionContext, Controller } from '../controller';
import { askForRun } from '../run/ask-for-run';
import { canStart, type Startable } from '../run/run-selectors';
import type { AskedRunSlice } from './asked-run-slice';
import type { RunAsked } from './sessions-slice';

/** A run that an engine died over before there was anything of it to go on with is asked for again. */
export function controlAskedRun(
  context: ActionContext<AskedRunSlice & Startable, RunAsked>,
): Controller<Record<never, never>> {
  context.subscribe((now) => {
    const { askedRun } = now;
    if (askedRun?.isLost && canStart(now)) askForRun(context, askedRun.settings, askedRun.changes);
  });
  return { actions: {} };
}
