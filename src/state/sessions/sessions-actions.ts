import { savedRunSchema } from '../../model/kept-run';
import type { EngineEvent } from '../../protocol/engine-api';
import type { RunId } from '../../protocol/history';
import type { ActionContext, Controller } from '../controller';
import type { EngineLost, EngineStarted } from '../engine/engine-slice';
import type { KeepStore } from '../keeping/keep-store';
import { Keeper } from '../keeping/keeper';
import type { KeptTold, NotKeptTold } from '../keeping/keeping-slice';
import { readKept } from '../keeping/read-kept';
import { changesTo } from '../run/in-turn';
import type { Startable } from '../run/run-selectors';
import { isActive } from '../run/run-state';
import type { SettingsChanged } from '../settings/settings-slice';
import { holdRun, isHeld } from './run-lock';
import type { SavedRun } from './saved-run';
import { canContinue } from './sessions-selectors';
import type { RunSettled, SessionEvent, SessionsSlice } from './sessions-slice';

interface SessionActions {
  /** The run that was interrupted goes on from where it stood, as soon as its data are there. Ignored while one is active. */
  continueRun(): void;
  /** It is not wanted any more. */
  discardRun(): void;
}

type State = SessionsSlice & Startable;
type Followed =
  | Extract<EngineEvent, { type: 'run-started' | 'run-continued' | 'checkpointed' | 'phase' }>
  | RunSettled
  | EngineStarted
  | EngineLost;

/** Keeps the run under way, and offers one that was interrupted. */
export function controlSessions({
  state,
  dispatch,
  subscribe,
  engine,
  keepStore,
}: ActionContext<State, SessionEvent | SettingsChanged | KeptTold | NotKeptTold>): Controller<
  SessionActions,
  Followed
> {
  const keeper = new Keeper(keepStore, dispatch);
  let letGo = () => {};
  /** The newest that is to be kept: while one is being written, those between are passed over. */
  let next: SavedRun | undefined;

  function keep(saved: SavedRun): void {
    const isWaiting = next !== undefined;
    next = saved;
    if (isWaiting) return;
    void keeper.do('run', async (store) => {
      const wanted = next;
      next = undefined;
      const { run } = state();
      // It may have come to its end meanwhile.
      if (!wanted || run.id !== wanted.checkpoint.run || !isActive(run.phase)) return;
      await store.put('run', wanted.checkpoint.run, undefined, wanted);
      dispatch({ type: 'kept', what: 'run' });
    });
  }

  function forget(run: RunId): void {
    dispatch({ type: 'interrupted-gone', run });
    void keeper.do(undefined, (store) => store.remove('run', [run]));
  }

  function hold({ run }: { readonly run: RunId }): void {
    letGo();
    letGo = holdRun(run);
  }

  // Its settings may want other data, or a network that is still being made.
  subscribe((now) => {
    if (!now.isContinuing || !now.interrupted || !canContinue(now)) return;
    dispatch({ type: 'continuing' });
    const asked = engine.commands.continueRun(now.interrupted.checkpoint);
    engine.tellFailure('continueRun', asked);
    asked.catch(() => dispatch({ type: 'continue-refused' }));
  });

  return {
    actions: {
      continueRun() {
        const { interrupted, settings, run } = state();
        if (!interrupted || isActive(run.phase)) return;
        dispatch({ type: 'settings-changed', patch: changesTo(settings, interrupted.checkpoint.settings) });
        dispatch({ type: 'continue-asked' });
      },
      discardRun() {
        const { interrupted, isAsked } = state();
        // The engine goes on with it already: now it is Stop that ends it.
        if (interrupted && !isAsked) forget(interrupted.checkpoint.run);
      },
    },
    after: {
      'engine-started': () =>
        void keeper.do(undefined, async (store) => {
          // What the page still knows of is newer.
          const isFree = () => !state().interrupted && !isActive(state().run.phase);
          const found = isFree() ? await interruptedIn(store, keeper) : undefined;
          if (found && isFree()) dispatch({ type: 'interrupted-found', saved: found });
        }),
      'engine-lost'() {
        if (!state().isContinuing) letGo();
      },
      'run-started': hold,
      'run-continued': hold,
      checkpointed() {
        const { standing } = state();
        // Before its first batch there is nothing to lose.
        if (standing && standing.checkpoint.trainedBatches > 0) keep(standing);
      },
      phase({ phase }) {
        if (!isActive(phase) && phase !== 'idle') letGo();
      },
      'run-settled': ({ run }) => forget(run),
    },
  };
}

/** The newest that no tab is at work on. */
async function interruptedIn(store: KeepStore, keeper: Keeper): Promise<SavedRun | undefined> {
  for (const { id } of await store.list('run')) {
    if (await isHeld(id)) continue;
    const saved = await keeper.try<SavedRun | undefined>(() => readKept(store, 'run', id, savedRunSchema));
    if (saved) return saved;
  }
  return undefined;
}
