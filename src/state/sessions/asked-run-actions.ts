import type { EngineEvent } from '../../protocol/engine-api';
import type { ActionContext, Controller } from '../controller';
import type { EngineLost } from '../engine/engine-slice';
import { askForRun } from '../run/ask-for-run';
import { canStart, type Startable } from '../run/run-selectors';
import { type AskedRunSlice, areAskedData } from './asked-run-slice';
import type { RunAsked, SessionEvent } from './sessions-slice';

type Dispatched =
  | RunAsked
  | Extract<SessionEvent, { type: 'continue-withdrawn' }>
  | Extract<EngineEvent, { type: 'fault' }>;
type Followed = Extract<EngineEvent, { type: 'dataset' | 'engine' }> | EngineLost;

/** A run that an engine died over before there was anything of it to go on with is asked for again. */
export function controlAskedRun(
  context: ActionContext<AskedRunSlice & Startable, Dispatched>,
): Controller<Record<never, never>, Followed> {
  const { state, dispatch } = context;

  function askAgain(): void {
    const now = state();
    const { askedRun } = now;
    // Whether it can start says nothing of what the controls have come to show since.
    if (!askedRun?.isLost || !canStart({ ...now, settings: askedRun.settings })) return;
    if (areAskedData(askedRun, now)) askForRun(context, askedRun.settings, askedRun.changes);
    else dispatch({ type: 'continue-withdrawn' });
  }

  return {
    actions: {},
    after: {
      'engine-lost'({ reason }) {
        if (state().askedRun) dispatch({ type: 'fault', fault: { code: 'run-begins-anew', detail: reason } });
      },
      dataset: askAgain,
      engine: askAgain,
    },
  };
}
