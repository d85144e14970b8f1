import { EMPTY_DRAWING } from '../ink/drawing';
import { ALL_STEPS } from '../ink/steps';
import type { AddressNote } from '../model/address';
import type { DatasetId, Settings } from '../model/settings';
import type { DatasetState } from '../protocol/data/dataset-state';
import type { Readings } from '../protocol/data/images';
import type { EngineEvent } from '../protocol/engine-api';
import type { Activations } from '../protocol/inspect';
import type { RunPhase } from '../protocol/run';
import { type DrawingEvent, reduceDrawing } from './drawing/drawing-events';
import type { Experiments } from './experiments/experiments';
import { type FineTuningEvent, NOT_TUNED, reduceFineTuning } from './fine-tuning/fine-tuning';
import { withSteadyImage } from './inspection/steady-image';
import type { Answer, LabState, RunData, RunState, Subject } from './lab-state';
import { NO_OWN_DIGITS, type OwnDigits } from './own-digits/own-digits';
import { appendBatches, NO_BATCHES } from './run/batch-log';
import { withFinishedRun } from './run/finished-run';
import type { PanelId } from './selection/panel-id';
import { NO_SELECTION, type Selection, withSelected } from './selection/selection';
import { OVERVIEW, type View } from './selection/selection-address';

/** What the page itself brings about; everything else comes from the engine. */
export type PageEvent =
  | DrawingEvent
  | Extract<FineTuningEvent, { type: 'fine-tune-asked' }>
  | { type: 'own-digits-changed'; patch: Partial<OwnDigits> }
  | { type: 'settings-changed'; patch: Partial<Settings> }
  | { type: 'experiments-set'; experiments: Experiments }
  | { type: 'selected'; patch: Partial<Selection> }
  | { type: 'opened'; panel: PanelId }
  | { type: 'went'; view: View }
  | { type: 'looked'; subject: Subject }
  | { type: 'drawing-read'; look: Activations }
  | { type: 'weights-moved' }
  | { type: 'predicted-nothing' }
  | { type: 'engine-lost'; reason: string; gone: boolean }
  | { type: 'notes-dismissed' }
  | { type: 'fault-dismissed' };

const NO_RUN: RunState = {
  phase: 'idle',
  settings: undefined,
  data: undefined,
  trainStep: undefined,
  batchesPerEpoch: 0,
  batches: NO_BATCHES,
  validation: [],
  test: undefined,
  progress: undefined,
  divergedAfter: undefined,
};

const START: View = { selection: NO_SELECTION, panel: OVERVIEW };

export function initialState(
  settings: Settings,
  addressNotes: readonly AddressNote[],
  view: View = START,
): LabState {
  return {
    settings,
    addressNotes,
    dataset: loading(settings.dataset),
    filePreview: undefined,
    dataVersion: 0,
    hasOwnFiles: false,
    readout: undefined,
    built: undefined,
    pretrained: undefined,
    run: NO_RUN,
    runBefore: undefined,
    finishedRuns: [],
    experiments: undefined,
    fault: undefined,
    engineGone: false,
    weightsVersion: 0,
    readings: {},
    reading: undefined,
    interventions: undefined,
    fineTuning: NOT_TUNED,
    ownDigits: NO_OWN_DIGITS,
    selection: view.selection,
    panel: view.panel,
    drawing: EMPTY_DRAWING,
    liveDrawing: EMPTY_DRAWING,
    submittedDrawing: EMPTY_DRAWING,
    earlierDrawings: [],
    laterDrawings: [],
    isLive: true,
    inkSteps: ALL_STEPS,
    subject: undefined,
    answer: { kind: 'none' },
  };
}

export function reduce(state: LabState, event: EngineEvent | PageEvent): LabState {
  switch (event.type) {
    case 'dataset':
      return withDataset(state, event.dataset);
    case 'file-preview':
      return { ...state, filePreview: event.preview };
    case 'engine':
      return { ...state, readout: event.readout };
    case 'network':
      return withNetwork(state, event);
    case 'run-started': {
      const { settings, batchesPerEpoch } = event;
      const trainStep = state.readout?.trainStep;
      return withRunAside(state, {
        ...NO_RUN,
        settings,
        data: dataOf(state),
        batchesPerEpoch,
        trainStep,
      });
    }
    case 'phase':
      return withRun(withPhase(state, event.phase), { phase: event.phase });
    case 'batches':
      return withRun(state, { batches: appendBatches(state.run.batches, event.batches) });
    case 'progress':
      return withRun(state, { progress: event.progress });
    case 'validated':
      return withRun(state, { validation: [...state.run.validation, event.evaluation] });
    case 'tested':
      return withRun(state, { test: event.evaluation });
    case 'reading':
      return { ...state, reading: { part: event.part, done: event.done } };
    case 'read-ended':
      return { ...state, reading: undefined };
    case 'read':
      return {
        ...state,
        reading: undefined,
        readings: withReadings(state.readings, event.readings),
      };
    case 'edited': {
      const { edits, before, after } = event;
      const interventions = edits.length > 0 ? { edits, before, after } : undefined;
      return { ...withNewWeights(state), interventions };
    }
    case 'fine-tuned': {
      const isMoved = event.tuned.decision !== 'kept';
      return withFineTuning(isMoved ? withNewWeights(state) : state, event);
    }
    case 'fine-tuning':
    case 'fine-tune-asked':
      return withFineTuning(state, event);
    case 'own-digits-changed':
      return { ...state, ownDigits: { ...state.ownDigits, ...event.patch } };
    case 'fault': {
      const told = { ...state, fault: event.fault };
      // Of the run, and not of a message that is put away.
      return event.fault.code === 'diverged'
        ? withRun(told, { divergedAfter: state.run.batches.length })
        : told;
    }
    case 'settings-changed':
      return { ...state, settings: { ...state.settings, ...event.patch } };
    case 'experiments-set':
      return { ...state, experiments: event.experiments };
    case 'selected':
      return { ...state, selection: withSelected(state.selection, event.patch) };
    case 'opened':
      return { ...state, panel: event.panel };
    case 'went':
      return { ...state, ...event.view };
    case 'inking':
    case 'drawn':
    case 'drawing-undone':
    case 'drawing-redone':
    case 'submitted':
    case 'live-switched':
    case 'steps-switched':
      return reduceDrawing(state, event);
    case 'looked':
      return { ...state, subject: withSteadyImage(state.subject, event.subject) };
    case 'drawing-read':
      return { ...state, answer: answerOf(event.look) };
    case 'weights-moved':
      return { ...state, weightsVersion: state.weightsVersion + 1 };
    case 'predicted-nothing':
      return { ...state, answer: { kind: 'empty' } };
    case 'engine-lost':
      return {
        ...state,
        readout: undefined,
        built: undefined,
        pretrained: undefined,
        dataset: loading(state.settings.dataset),
        filePreview: undefined,
        run: NO_RUN,
        readings: {},
        reading: undefined,
        interventions: undefined,
        fineTuning: NOT_TUNED,
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

/**
 * The control shows the data that are in use, not those that were asked for. With other data, what was read in those
 * before has gone: its positions are of other images now.
 */
function withDataset(state: LabState, dataset: DatasetState): LabState {
  if (dataset.status !== 'ready') return { ...state, dataset };
  const settings = { ...state.settings, dataset: dataset.id };
  if (dataset.refused !== undefined) return { ...state, dataset, settings };
  return {
    ...state,
    dataset,
    dataVersion: state.dataVersion + 1,
    hasOwnFiles: state.hasOwnFiles || dataset.id === 'files',
    settings,
    readings: {},
    reading: undefined,
  };
}

function dataOf({ dataset, dataVersion }: LabState): RunData | undefined {
  if (dataset.status !== 'ready') return undefined;
  return {
    version: dataVersion,
    official: dataset.official,
    areDigits: !dataset.classNames,
    train: dataset.train,
  };
}

/** What was read with other weights has gone. */
function withReadings(known: LabState['readings'], added: Readings): LabState['readings'] {
  const kept = Object.values(known).filter(({ trainedBatches }) => trainedBatches === added.trainedBatches);
  return Object.fromEntries([...kept, added].map((readings) => [readings.part, readings]));
}

function withNetwork(state: LabState, event: Extract<EngineEvent, { type: 'network' }>): LabState {
  const { settings, trainedBatches, pretrained } = event;
  const now = { ...withNewWeights(state), built: settings, pretrained, fineTuning: NOT_TUNED };
  // Rescued weights belong to the run that is in sight.
  if (trainedBatches > 0 && !pretrained) return now;
  return withRunAside(now, { ...NO_RUN, phase: state.run.phase });
}

/** What was read with the weights before is no longer theirs. */
const withNewWeights = (state: LabState): LabState => ({
  ...state,
  readings: {},
  reading: undefined,
  interventions: undefined,
  weightsVersion: state.weightsVersion + 1,
});

const withFineTuning = (state: LabState, event: FineTuningEvent): LabState => ({
  ...state,
  fineTuning: reduceFineTuning(state.fineTuning, event),
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

/** A new run puts the troubles of the last one behind; a finished one is kept in mind. */
function withPhase(state: LabState, phase: RunPhase): LabState {
  if (phase === 'starting') return { ...state, fault: undefined };
  if (phase !== 'finished') return state;
  return { ...state, finishedRuns: withFinishedRun(state.finishedRuns, state.run, state.readings.test) };
}

const answerOf = ({ trainedBatches, probabilities }: Activations): Answer =>
  trainedBatches === 0 ? { kind: 'untrained' } : { kind: 'read', probabilities };
