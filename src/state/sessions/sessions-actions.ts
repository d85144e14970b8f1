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
import { canContinue, isToGoOn, type Sessions } from './sessions-selectors';
import type { RunSettled, SessionEvent } from './sessions-slice';

interface SessionActions {
  /** The run that was interrupted goes on from where it stood, as soon as its data are there. Ignored while one is active. */
  continueRun(): void;
  /** It is not wanted any more. */
  discardRun(): void;
}

type State = Sessions & Startable;
type Followed =
  | Extract<EngineEvent, { type: 'run-started' | 'run-continued' | 'checkpointed' | 'phase' }>
  | Extract<SessionEvent, { type: 'continue-refused' | 'continue-withdrawn' }>
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
  Followed,
  State
> {
  const keeper = new Keeper(keepStore, dispatch);
  let held: { readonly run: RunId; readonly letGo: () => void } | undefined;
  /** The run on offer, where it is of a page before: other tabs may offer it too, go on with it and put it away. */
  let found: RunId | undefined;
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

  /** @param isOthers - another tab may be at work on it: it stays kept then */
  function forget(run: RunId, isOthers = false): void {
    dispatch({ type: 'interrupted-gone', run });
    void keeper.do(undefined, async (store) => {
      if (!isOthers || !(await isHeld(run))) await store.remove('run', [run]);
    });
  }

  function hold({ run }: { readonly run: RunId }): void {
    if (held?.run === run) return;
    letGo();
    held = { run, letGo: holdRun(run) };
  }

  function letGo(): void {
    held?.letGo();
    held = undefined;
  }

  function letGoUnlessContinuing(): void {
    if (!state().isContinuing) letGo();
  }

  /** It goes on with its own settings, as soon as there is what these need. */
  function takeUp({ checkpoint }: SavedRun): void {
    dispatch({ type: 'settings-changed', patch: changesTo(state().settings, checkpoint.settings) });
    dispatch({ type: 'continue-asked' });
  }

  /** Unless another tab is at work on it: the controls stay as they are then. */
  async function takeUpFound(offered: SavedRun): Promise<void> {
    const isOthers = await keeper.do(undefined, () => isHeldElsewhere(offered.checkpoint.run));
    const { interrupted, run, isContinuing, isAsked } = state();
    // A person may have asked twice, or begun another.
    if (interrupted !== offered || isActive(run.phase) || isContinuing || isAsked) return;
    if (isOthers) dispatch({ type: 'continued-elsewhere' });
    else takeUp(offered);
  }

  /** An engine may have died when it was to go on here. */
  const isHeldElsewhere = async (run: RunId) => held?.run !== run && (await isHeld(run));

  function goOn(saved: SavedRun): void {
    dispatch({ type: 'continuing', saved });
    // Other tabs are to know before its network is there.
    hold(saved.checkpoint);
    const asked = engine.commands.continueRun(saved.checkpoint);
    engine.tellFailure('continueRun', asked);
    asked.catch(() => dispatch({ type: 'continue-refused' }));
  }

  /** From where it stands by now, unless another tab is at work on it or has done with it. */
  async function goOnWithFound(offered: SavedRun): Promise<void> {
    const { run } = offered.checkpoint;
    dispatch({ type: 'continuing', saved: offered });
    const kept = await keeper.do(undefined, async (store) => {
      if (await isHeldElsewhere(run)) return 'held';
      return (await readKept<SavedRun>(store, 'run', run, savedRunSchema)) ?? 'gone';
    });
    const { isAsked, interrupted } = state();
    // A person may have begun another meanwhile.
    if (!isAsked || interrupted !== offered) return;
    if (kept === 'held') dispatch({ type: 'continued-elsewhere' });
    else if (kept === 'gone') dispatch({ type: 'interrupted-gone', run });
    else goOn(kept ?? offered);
  }

  /** Another tab has kept a run, or removed one. */
  function lookAgain(): void {
    const isOffered = (run: RunId | undefined) => run === state().interrupted?.checkpoint.run;
    const run = found;
    if (run === undefined || !isOffered(run)) return;
    void keeper.do(undefined, async (store) => {
      const isKept = (await store.list('run')).some(({ id }) => id === run);
      if (!isKept && isOffered(run) && !state().isAsked) dispatch({ type: 'interrupted-gone', run });
    });
  }
  void keepStore
    ?.then((store) => store.onChange((kind) => kind === 'run' && lookAgain()))
    .catch(() => undefined);

  // Its settings may want other data, or a network that is still being made.
  subscribe((now) => {
    if (!now.isContinuing || !now.interrupted || !canContinue(now)) return;
    if (now.interrupted.checkpoint.run === found) void goOnWithFound(now.interrupted);
    else goOn(now.interrupted);
  });

  return {
    actions: {
      continueRun() {
        const { interrupted, run } = state();
        // One that waits for an engine comes first.
        if (!interrupted || isActive(run.phase) || isToGoOn(state())) return;
        if (interrupted.checkpoint.run === found) void takeUpFound(interrupted);
        else takeUp(interrupted);
      },
      discardRun() {
        const { interrupted, isAsked } = state();
        // The engine goes on with it already: now it is Stop that ends it.
        if (!interrupted || isAsked) return;
        const { run } = interrupted.checkpoint;
        const isOwn = run !== found || held?.run === run;
        letGo();
        forget(run, !isOwn);
      },
    },
    after: {
      'engine-started': () =>
        void keeper.do(undefined, async (store) => {
          // What the page still knows of is newer.
          const isFree = () => !state().interrupted && !isActive(state().run.phase);
          const saved = isFree() ? await interruptedIn(store, keeper) : undefined;
          if (!saved || !isFree()) return;
          found = saved.checkpoint.run;
          dispatch({ type: 'interrupted-found', saved });
        }),
      'engine-lost': letGoUnlessContinuing,
      'continue-refused': letGoUnlessContinuing,
      'continue-withdrawn': letGo,
      'run-started': hold,
      'run-continued'({ run }) {
        hold({ run });
        if (run === found) found = undefined;
      },
      checkpointed() {
        const { standing } = state();
        // Before its first batch there is nothing to lose.
        if (standing && standing.checkpoint.trainedBatches > 0) keep(standing);
      },
      phase({ phase }, before) {
        // An idle one could not be built, where a run was to begin.
        if (!isActive(phase) && (phase !== 'idle' || isActive(before.run.phase))) letGo();
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
