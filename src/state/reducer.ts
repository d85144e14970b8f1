import type { Stroke } from '../ink/stroke';
import type { AddressNote } from '../model/address';
import type { DatasetId, Settings } from '../model/settings';
import type { DatasetState, EngineEvent, Look } from '../protocol/engine-api';
import { appendBatches, NO_BATCHES } from './batch-log';
import type { Answer, LabState, RunState, Subject } from './lab-state';

/** What the page itself brings about; everything else comes from the engine. */
export type PageEvent =
  | { type: 'settings-changed'; patch: Partial<Settings> }
  | { type: 'drawn'; strokes: readonly Stroke[] }
  | { type: 'drawing-undone' }
  | { type: 'looked'; subject: Subject }
  | { type: 'predicted-nothing' }
  | { type: 'engine-lost'; reason: string; gone: boolean }
  | { type: 'notes-dismissed' }
  | { type: 'fault-dismissed' };

/** Changes of the drawing that can be taken back. */
const MOST_UNDOS = 200;

const NO_RUN: RunState = {
  phase: 'idle',
  settings: undefined,
  trainStep: undefined,
  batchesPerEpoch: 0,
  batches: NO_BATCHES,
  validation: [],
  test: undefined,
  progress: undefined,
};

export function initialState(settings: Settings, addressNotes: readonly AddressNote[]): LabState {
  return {
    settings,
    addressNotes,
    dataset: loading(settings.dataset),
    readout: undefined,
    built: undefined,
    run: NO_RUN,
    runBefore: undefined,
    fault: undefined,
    engineGone: false,
    strokes: [],
    earlierStrokes: [],
    subject: undefined,
    answer: { kind: 'none' },
  };
}

export function reduce(state: LabState, event: EngineEvent | PageEvent): LabState {
  switch (event.type) {
    case 'dataset':
      return withDataset(state, event.dataset);
    case 'engine':
      return { ...state, readout: event.readout };
    case 'network':
      // Rescued weights belong to the run that is in sight.
      return event.trainedBatches > 0
        ? { ...state, built: event.settings }
        : { ...withRunAside(state, { ...NO_RUN, phase: state.run.phase }), built: event.settings };
    case 'run-started': {
      const { settings, batchesPerEpoch } = event;
      const trainStep = state.readout?.trainStep;
      return withRunAside(state, { ...NO_RUN, settings, batchesPerEpoch, trainStep });
    }
    case 'phase':
      // A new run puts the troubles of the last one behind.
      return withRun(event.phase === 'starting' ? { ...state, fault: undefined } : state, {
        phase: event.phase,
      });
    case 'batches':
      return withRun(state, { batches: appendBatches(state.run.batches, event.batches) });
    case 'progress':
      return withRun(state, { progress: event.progress });
    case 'validated':
      return withRun(state, { validation: [...state.run.validation, event.evaluation] });
    case 'tested':
      return withRun(state, { test: event.evaluation });
    case 'fault':
      return { ...state, fault: event.fault };
    case 'settings-changed':
      return { ...state, settings: { ...state.settings, ...event.patch } };
    case 'drawn': {
      const earlierStrokes = [...state.earlierStrokes, state.strokes].slice(-MOST_UNDOS);
      return withStrokes({ ...state, earlierStrokes }, event.strokes);
    }
    case 'drawing-undone': {
      const before = state.earlierStrokes.at(-1);
      if (!before) return state;
      return withStrokes({ ...state, earlierStrokes: state.earlierStrokes.slice(0, -1) }, before);
    }
    case 'looked':
      return {
        ...state,
        subject: event.subject,
        answer: event.subject.from === 'drawing' ? answerOf(event.subject.look) : state.answer,
      };
    case 'predicted-nothing':
      return { ...state, answer: { kind: 'empty' } };
    case 'engine-lost':
      return {
        ...state,
        readout: undefined,
        built: undefined,
        dataset: loading(state.settings.dataset),
        run: NO_RUN,
        engineGone: event.gone,
        fault: { code: event.gone ? 'engine-gone' : 'engine-died', detail: event.reason },
      };
    case 'notes-dismissed':
      return { ...state, addressNotes: [] };
    case 'fault-dismissed':
      return { ...state, fault: undefined };
    default:
      return event satisfies never;
  }
}

/** The control shows the data that are in use, not those that were asked for. */
const withDataset = (state: LabState, dataset: DatasetState): LabState => ({
  ...state,
  dataset,
  settings: dataset.status === 'ready' ? { ...state.settings, dataset: dataset.id } : state.settings,
});

const withStrokes = (state: LabState, strokes: readonly Stroke[]): LabState => ({
  ...state,
  strokes,
  answer: strokes.length === 0 ? { kind: 'none' } : state.answer,
});

const loading = (id: DatasetId): DatasetState => ({
  status: 'loading',
  id,
  progress: { source: '', received: 0, total: 0 },
  problems: [],
});

/** Another run in the place of the one in sight, which stays to be compared with if it has trained. */
function withRunAside(state: LabState, run: RunState): LabState {
  return { ...state, run, runBefore: state.run.batches.length > 0 ? state.run : state.runBefore };
}

const withRun = (state: LabState, patch: Partial<RunState>): LabState => ({
  ...state,
  run: { ...state.run, ...patch },
});

const answerOf = ({ trainedBatches, probabilities }: Look): Answer =>
  trainedBatches === 0 ? { kind: 'untrained' } : { kind: 'read', probabilities };
