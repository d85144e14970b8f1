import type { LiveSettings } from '../../model/settings';
import type { EngineEvent } from '../../protocol/engine-api';
import type { DataSlice } from '../data/data-slice';
import type { EngineLost, EngineSlice } from '../engine/engine-slice';
import type { LibraryEvent } from '../library/library-slice';
import type { SessionsSlice } from '../sessions/sessions-slice';
import type { Slice } from '../slice';
import { appendBatches } from './batch-log';
import { takesChanges, withoutTaken } from './run-changes';
import { isActive, NO_RUN, type RunData, type RunState } from './run-state';

export interface RunSlice {
  readonly run: RunState;
  /** The last run before it that trained at all, to compare with. */
  readonly runBefore: RunState | undefined;
}

/** The run under way is to go on with other settings. */
export interface AdjustAsked {
  readonly type: 'adjust-asked';
  readonly changes: Partial<LiveSettings>;
}

type RunEventType =
  | 'network'
  | 'run-started'
  | 'run-continued'
  | 'phase'
  | 'batches'
  | 'progress'
  | 'validated'
  | 'epochs-ended'
  | 'adjusted'
  | 'tested'
  | 'fault';
type Restored = Extract<LibraryEvent, { type: 'network-restored' | 'data-recognised' }>;
type Heeded = Extract<EngineEvent, { type: RunEventType }> | Restored | AdjustAsked | EngineLost;
type Needed = DataSlice & EngineSlice & SessionsSlice;

export const runSlice: Slice<RunSlice, Heeded, Needed> = {
  initial: () => ({ run: NO_RUN, runBefore: undefined }),
  on: {
    network(state, { trainedBatches, pretrained, opened }) {
      // Rescued weights belong to the run that is in sight.
      if (trainedBatches > 0 && !pretrained && opened === undefined) return {};
      const { phase, asked } = state.run;
      // One that is made anew, for a run or at a reset, is told the phase besides; one that was opened is not.
      const isOver = opened !== undefined && !isActive(phase);
      return withRunAside(state, { ...NO_RUN, phase: isOver ? NO_RUN.phase : phase, asked });
    },
    'run-started': (state, { run, settings, batchesPerEpoch, startedAt }) =>
      withRunAside(state, {
        ...NO_RUN,
        // It is told besides.
        phase: state.run.phase,
        id: run,
        startedAt,
        settings,
        asked: state.run.asked,
        data: dataOf(state),
        batchesPerEpoch,
        backend: state.readout?.backend,
        trainStep: state.readout?.trainStep,
      }),
    'network-restored': (_, { run }) => ({ run }),
    'data-recognised': (state) => withRun(state, { data: dataOf(state) }),
    'run-continued': (state, { run: id }) => {
      const { interrupted, standing, run, runBefore } = state;
      const saved = [interrupted, standing].find((one) => one?.checkpoint.run === id);
      if (!saved) return {};
      const asked = run.id === id ? run.asked : {};
      const next = { ...saved.run, phase: run.phase, asked, data: dataOf(state) };
      // After a failure of the device it takes its own place.
      if (run.id === id) return { run: next };
      return withRunAside(runBefore?.id === id ? { run, runBefore: undefined } : state, next);
    },
    phase: (state, { phase }) => withRun(state, { phase, asked: takesChanges(phase) ? state.run.asked : {} }),
    batches: (state, { batches }) => withRun(state, { batches: appendBatches(state.run.batches, batches) }),
    progress: (state, { progress }) => withRun(state, { progress }),
    validated: (state, { evaluation }) =>
      withRun(state, { validation: [...state.run.validation, evaluation] }),
    'epochs-ended': (state, { ending }) => withRun(state, { ending }),
    tested: (state, { evaluation }) => withRun(state, { test: evaluation }),
    'adjust-asked': (state, { changes }) => withRun(state, { asked: { ...state.run.asked, ...changes } }),
    adjusted: (state, { changes }) =>
      withRun(state, {
        changes: [...state.run.changes, ...changes],
        asked: withoutTaken(state.run.asked, changes),
      }),
    fault(state, { fault }) {
      // Kept with the run, and not only as a message that is put away.
      if (fault.code === 'diverged') return withRun(state, { divergedAfter: state.run.batches.length });
      return fault.code === 'adjust-failed' ? withRun(state, { asked: {} }) : {};
    },
    'engine-lost': () => ({ run: NO_RUN }),
  },
};

const withRun = ({ run }: RunSlice, patch: Partial<RunState>) => ({ run: { ...run, ...patch } });

/** Another run in the place of the one in sight, which stays to be compared with if it has trained. */
const withRunAside = ({ run, runBefore }: RunSlice, next: RunState) => ({
  run: next,
  runBefore: run.batches.length > 0 ? run : runBefore,
});

function dataOf({ dataset, dataVersion }: DataSlice): RunData | undefined {
  if (dataset.status !== 'ready') return undefined;
  return {
    version: dataVersion,
    official: dataset.official,
    areDigits: !dataset.classNames,
    ...(dataset.classNames && { classNames: dataset.classNames }),
    train: dataset.train,
  };
}
