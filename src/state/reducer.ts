import type { Stroke } from '../ink/stroke';
import type { AddressNote } from '../model/address';
import type { Settings } from '../model/settings';
import type { EngineEvent, Look } from '../protocol/engine-api';
import type { Answer, LabState, RunState, Subject } from './lab-state';

/** What the page itself brings about; everything else comes from the engine. */
export type PageEvent =
  | { type: 'settings-changed'; patch: Partial<Settings> }
  | { type: 'strokes-changed'; strokes: readonly Stroke[] }
  | { type: 'looked'; subject: Subject }
  | { type: 'predicted-nothing' }
  | { type: 'engine-lost'; reason: string }
  | { type: 'notes-dismissed' }
  | { type: 'fault-dismissed' };

const NO_RUN: RunState = {
  phase: 'idle',
  settings: undefined,
  batchesPerEpoch: 0,
  batches: [],
  validation: [],
  test: undefined,
  progress: undefined,
};

export function initialState(settings: Settings, addressNotes: readonly AddressNote[]): LabState {
  return {
    settings,
    addressNotes,
    dataset: { status: 'loading', progress: { source: '', received: 0, total: 0 }, problems: [] },
    readout: undefined,
    built: undefined,
    run: NO_RUN,
    fault: undefined,
    strokes: [],
    subject: undefined,
    answer: { kind: 'none' },
  };
}

export function reduce(state: LabState, event: EngineEvent | PageEvent): LabState {
  switch (event.type) {
    case 'dataset':
      return { ...state, dataset: event.dataset };
    case 'engine':
      return { ...state, readout: event.readout };
    case 'network':
      return { ...state, built: event.settings, run: NO_RUN };
    case 'run-started': {
      const { settings, batchesPerEpoch } = event;
      return { ...state, fault: undefined, run: { ...NO_RUN, settings, batchesPerEpoch } };
    }
    case 'phase':
      return withRun(state, { phase: event.phase });
    case 'batches':
      return withRun(state, { batches: [...state.run.batches, ...event.batches] });
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
    case 'strokes-changed':
      return {
        ...state,
        strokes: event.strokes,
        answer: event.strokes.length === 0 ? { kind: 'none' } : state.answer,
      };
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
        run: NO_RUN,
        fault: { code: 'engine-died', detail: event.reason },
      };
    case 'notes-dismissed':
      return { ...state, addressNotes: [] };
    case 'fault-dismissed':
      return { ...state, fault: undefined };
    default:
      return event satisfies never;
  }
}

const withRun = (state: LabState, patch: Partial<RunState>): LabState => ({
  ...state,
  run: { ...state.run, ...patch },
});

const answerOf = ({ trainedBatches, probabilities }: Look): Answer =>
  trainedBatches === 0 ? { kind: 'untrained' } : { kind: 'read', probabilities };
