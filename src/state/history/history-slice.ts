import type { EngineEvent } from '../../protocol/engine-api';
import type { KeptEpochs, RunId } from '../../protocol/history';
import type { EngineLost } from '../engine/engine-slice';
import type { InspectionSlice } from '../inspection/inspection-slice';
import type { RunSlice } from '../run/run-slice';
import { dataOfThen, isActive } from '../run/run-state';
import type { SessionsSlice } from '../sessions/sessions-slice';
import type { Slice } from '../slice';
import { sweepUnderWay } from '../sweeps/sweeps-selectors';
import type { SweepsSlice } from '../sweeps/sweeps-slice';
import { withOwnNumbers } from './run-numbers';
import { type RunEnd, type RunFromFile, type RunRecord, recordOf } from './run-record';

export interface HistorySlice {
  /** The runs that are over, of this visit and of those before as long as the browser keeps them, oldest first. */
  readonly runs: readonly RunRecord[];
  /** The number of the last. */
  readonly lastRunNumber: number;
  /** The last that a person has put away, as long as it can be brought back. */
  readonly deletedRun: RunRecord | undefined;
  readonly keptEpochs: KeptEpochs;
  /** Whether a person wants a run to be compared; without an entry where nobody has said. */
  readonly chosenRuns: Readonly<Record<RunId, boolean>>;
  /** A person wants to be led to its line in the list, wherever that is shown. */
  readonly soughtRun: RunId | undefined;
}

export type HistoryEdit =
  | { readonly type: 'run-noted'; readonly run: RunId; readonly note: string }
  | { readonly type: 'runs-chosen'; readonly chosen: HistorySlice['chosenRuns'] }
  | { readonly type: 'run-sought'; readonly run: RunId | undefined }
  | { readonly type: 'run-deleted'; readonly run: RunId }
  /** Of other visits and other tabs, which also have put some away. */
  | { readonly type: 'runs-found'; readonly runs: readonly RunRecord[]; readonly gone: readonly RunId[] }
  | { readonly type: 'run-brought-back' }
  | { readonly type: 'run-opened'; readonly run: RunFromFile }
  /** The one that was put away can't be brought back any more. */
  | { readonly type: 'run-gone' };

type Heeded = HistoryEdit | Extract<EngineEvent, { type: 'phase' | 'kept-epochs' }> | EngineLost;
type Needed = RunSlice & InspectionSlice & SweepsSlice & Pick<SessionsSlice, 'standing'>;

/** Characters of a note: a few sentences. */
export const LONGEST_NOTE = 500;
/** An older one makes room. */
const MOST_RUNS = 200;

const NOTHING_KEPT: KeptEpochs = { budgetBytes: 0, bytes: 0, runs: {} };

export const historySlice: Slice<HistorySlice, Heeded, Needed> = {
  initial: () => ({
    ...{ runs: [], lastRunNumber: 0, deletedRun: undefined },
    ...{ keptEpochs: NOTHING_KEPT, chosenRuns: {}, soughtRun: undefined },
  }),
  on: {
    phase(state, { phase }) {
      switch (phase) {
        case 'finished':
        case 'stopped':
        case 'failed':
          return withRun(state, phase);
        case 'idle':
        case 'starting':
        case 'running':
        case 'paused':
        case 'testing':
          return {};
        default:
          return phase satisfies never;
      }
    },
    'kept-epochs': (_, { kept }) => ({ keptEpochs: kept }),
    'run-noted': ({ runs }, { run, note }) => ({
      runs: runs.map((one) => (one.id === run ? { ...one, note } : one)),
    }),
    'runs-found': ({ runs, lastRunNumber }, { runs: found, gone }) => {
      const all = new Map([...runs, ...found].map((run) => [run.id, run]));
      for (const id of gone) all.delete(id);
      const numbered = withOwnNumbers([...all.values()]).slice(-MOST_RUNS);
      return {
        runs: numbered,
        lastRunNumber: Math.max(lastRunNumber, ...numbered.map(({ number }) => number)),
      };
    },
    'runs-chosen': ({ chosenRuns }, { chosen }) => ({ chosenRuns: { ...chosenRuns, ...chosen } }),
    'run-sought': (_, { run }) => ({ soughtRun: run }),
    'run-deleted': ({ runs }, { run }) => ({
      runs: runs.filter(({ id }) => id !== run),
      deletedRun: runs.find(({ id }) => id === run),
    }),
    'run-brought-back': ({ runs, deletedRun }) => ({
      runs: deletedRun ? withOwnNumbers([...runs, deletedRun]) : runs,
      deletedRun: undefined,
    }),
    'run-opened': (state, { run }) => withOpened(state, run),
    'run-gone': () => ({ deletedRun: undefined }),
    'engine-lost': (state) => ({
      // One that can go on is not over.
      ...(isActive(state.run.phase) && !state.standing && withRun(state, 'lost')),
      keptEpochs: NOTHING_KEPT,
    }),
  },
};

function withRun(state: HistorySlice & Needed, end: RunEnd): Partial<HistorySlice> {
  const { runs, lastRunNumber, run, readings } = state;
  const found = sweepUnderWay(state);
  const sweep = found && { kind: found.kind, number: found.sweep.number, id: found.sweep.id };
  const record = recordOf(run, end, lastRunNumber + 1, readings, sweep);
  if (!record || runs.some(({ id }) => id === record.id)) return {};
  return { runs: [...runs, record].slice(-MOST_RUNS), lastRunNumber: record.number };
}

/** One that is in the list already stays as it is. */
function withOpened({ runs, lastRunNumber }: HistorySlice, run: RunFromFile): Partial<HistorySlice> {
  if (runs.some(({ id }) => id === run.id)) return {};
  const number = lastRunNumber + 1;
  const data = dataOfThen(run.data && { ...run.data, version: 0 }, run.startedAt);
  const record = { ...run, number, data };
  return { runs: [...runs, record].slice(-MOST_RUNS), lastRunNumber: number };
}
