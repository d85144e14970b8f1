import type { EngineEvent } from '../../protocol/engine-api';
import type { RunId } from '../../protocol/history';
import type { ActionContext, Controller } from '../controller';
import { Keeper } from '../keeping/keeper';
import type { NotKeptTold } from '../keeping/keeping-slice';
import { type HistoryEdit, type HistorySlice, LONGEST_NOTE } from './history-slice';
import { KeptRecords } from './kept-records';
import type { RunFromFile } from './run-record';

interface HistoryActions {
  /** A person's own words about a run. */
  noteRun(run: RunId, note: string): void;
  /** Whether a run is to be compared. */
  chooseRun(run: RunId, isChosen: boolean): void;
  chooseNoRuns(): void;
  /** Leads to the line of a run in the list; undefined when one is there. */
  seekRun(run: RunId | undefined): void;
  /** Puts a run away; the one that was put away before it is gone then. */
  deleteRun(run: RunId): void;
  bringRunBack(): void;
  /** A run that a file has brought joins the list. */
  addRun(run: RunFromFile): void;
  /** The run that was put away is gone, with its weights. */
  forgetDeletedRun(): void;
}

type Followed = Extract<EngineEvent, { type: 'phase' }>;

export function controlHistory({
  state,
  dispatch,
  subscribe,
  engine,
  keepStore,
}: ActionContext<HistorySlice, HistoryEdit | NotKeptTold>): Controller<
  HistoryActions,
  Followed,
  HistorySlice
> {
  const records = new KeptRecords(
    new Keeper(keepStore, dispatch),
    () => state().runs,
    (runs, gone) => dispatch({ type: 'runs-found', runs, gone }),
  );
  void records.find().then(() => {
    records.keep();
    subscribe((now, before) => {
      if (now.runs !== before.runs) records.keep();
    });
  });
  void keepStore
    ?.then((store) => store.onChange((kind) => kind === 'record' && void records.find()))
    .catch(() => undefined);

  function forgetDeletedRun(): void {
    const { deletedRun } = state();
    if (!deletedRun) return;
    dispatch({ type: 'run-gone' });
    engine.ask('forgetRun', deletedRun.id);
  }

  return {
    actions: {
      noteRun: (run, note) => dispatch({ type: 'run-noted', run, note: note.slice(0, LONGEST_NOTE) }),
      chooseRun: (run, isChosen) => dispatch({ type: 'runs-chosen', chosen: { [run]: isChosen } }),
      chooseNoRuns: () =>
        dispatch({
          type: 'runs-chosen',
          chosen: Object.fromEntries(state().runs.map(({ id }) => [id, false])),
        }),
      seekRun: (run) => dispatch({ type: 'run-sought', run }),
      deleteRun(run) {
        forgetDeletedRun();
        dispatch({ type: 'run-deleted', run });
      },
      bringRunBack: () => dispatch({ type: 'run-brought-back' }),
      addRun: (run) => dispatch({ type: 'run-opened', run }),
      forgetDeletedRun,
    },
    after: {
      phase(_, { runs: before }) {
        const { runs } = state();
        // One that made room takes its weights with it.
        if (runs === before) return;
        for (const { id } of before) {
          if (!runs.some((run) => run.id === id)) engine.ask('forgetRun', id);
        }
      },
    },
  };
}
