import { createStore, type StoreApi } from 'zustand/vanilla';
import { EMPTY_DRAWING } from '../ink/drawing';
import type { AddressNote } from '../model/address';
import { INPUT_SIZE } from '../model/network';
import {
  type DatasetId,
  digitOptions,
  isSameNetwork,
  needsNewNetwork,
  needsOtherData,
  type Settings,
} from '../model/settings';
import { settingsProblem } from '../model/settings-problem';
import type { ImageRef } from '../protocol/data/images';
import type { EngineCommands, EngineEvent, Inquiries } from '../protocol/engine-api';
import { ImageCache } from './data/image-cache';
import { OwnFiles } from './data/own-files';
import { drawnImage } from './drawing/drawn-image';
import { digitToShow } from './drawing/show-digit';
import { changesTo, ExperimentRunner } from './experiments/experiments';
import { fineTuneParts } from './fine-tuning/fine-tune-parts';
import { forwardInquiries } from './inspection/forward-inquiries';
import { SubjectTracker } from './inspection/subject-tracker';
import type { LabActions, LabState } from './lab-state';
import { type DigitStore, OwnDigitRepository, ownImages } from './own-digits/own-digits';
import { initialState, type PageEvent, reduce } from './reducer';
import { OVERVIEW, type View } from './selection/selection-address';
import { isActive, isTrained, trainBlock } from './selectors';

/** Injected, so that the lab runs in a test without a worker. */
export type StartEngine = (
  onEvent: (event: EngineEvent) => void,
  onDeath: (reason: string) => void,
) => { commands: EngineCommands; close(): void };

interface LabParts {
  readonly startEngine: StartEngine;
  readonly settings: Settings;
  readonly notes: readonly AddressNote[];
  readonly view?: View;
  /** Address of the page's folder, ending in '/': where its own copy of MNIST lies. */
  readonly base: string;
  /** Milliseconds, from any origin. */
  readonly now: () => number;
  /** Where a person's digits outlast the visit; without it they are kept for the visit. */
  readonly digitStore?: Promise<DigitStore>;
}

/** While training, the subject is looked at again at most this often, milliseconds. */
const LOOK_EVERY = 700;
/**
 * Between the network that ships and its figures, milliseconds: these bring the charts' library, which holds up the page
 * while a newcomer draws the first digit.
 */
const CALM_MS = 1500;
/** An engine that keeps dying is not started for ever. */
const MOST_RESTARTS = 3;
/** Events after which the weights in use are others. */
const WEIGHT_EVENTS: ReadonlySet<EngineEvent['type']> = new Set([
  'network',
  'phase',
  'validated',
  'edited',
  'fine-tuned',
]);

/** The lab without its face: state, and actions that change it through the engine. */
export function createLab(parts: LabParts): {
  store: StoreApi<LabState>;
  actions: LabActions;
  inquiries: Inquiries;
  images: ImageCache;
} {
  const store = createStore<LabState>(() => initialState(parts.settings, parts.notes, parts.view));
  const dispatch = (event: EngineEvent | PageEvent) => store.setState((state) => reduce(state, event), true);
  let restarts = 0;
  let lastLook = 0;
  let calm: ReturnType<typeof setTimeout> | undefined;

  const loadData = (id: DatasetId) => {
    const options = digitOptions(store.getState().settings);
    switch (id) {
      case 'mnist':
        ask(engine.commands.loadMnist(parts.base, options));
        break;
      case 'synthetic':
        ask(engine.commands.loadSynthetic(options));
        break;
      case 'files':
        // An address can ask for files of one's own, but not bring them.
        if (!ownFiles.load()) {
          dispatch({ type: 'dataset', dataset: { status: 'missing', id, problems: [] } });
        }
        break;
      default:
        id satisfies never;
    }
  };
  const start = () => parts.startEngine(onEvent, onDeath);
  const ask = (answer: Promise<unknown>) => {
    // A command fails only when the engine dies, which onDeath tells.
    answer.catch(() => undefined);
  };
  const ownFiles = new OwnFiles(() => engine.commands, ask);
  const tracker = new SubjectTracker({
    inSight: () => {
      const { drawing, liveDrawing, submittedDrawing, inkSteps, selection } = store.getState();
      return {
        image: drawnImage(submittedDrawing, inkSteps)?.image,
        isGrowing: liveDrawing !== drawing,
        selected: selection.image,
      };
    },
    imageAt: (ref) => imageAt(engine.commands, ref),
    activations: (image) => engine.commands.activations(image),
    sample: () => engine.commands.sample(0),
    onLook: (subject) => dispatch({ type: 'looked', subject }),
    onDrawingRead: (look) => dispatch({ type: 'drawing-read', look }),
    now: parts.now,
  });

  const experiments = new ExperimentRunner({
    state: store.getState,
    put: (put) => dispatch({ type: 'experiments-set', experiments: put }),
    change: (patch) => actions.change(patch),
    canStart: () => startable(),
    train: () => actions.train(),
    stop: () => actions.stop(),
  });

  const ownDigits = new OwnDigitRepository({
    store: parts.digitStore ?? Promise.reject(new Error('nothing is kept')),
    state: () => store.getState().ownDigits,
    put: (patch) => dispatch({ type: 'own-digits-changed', patch }),
    date: () => new Date().toISOString(),
    yieldToEventLoop: () => new Promise((resolve) => setTimeout(resolve)),
  });

  function onEvent(event: EngineEvent): void {
    const { phase } = store.getState().run;
    dispatch(event);
    if (event.type === 'phase') experiments.phaseChanged(phase, event.phase);
    if (event.type === 'validated') restarts = 0;
    if (event.type === 'dataset') ownFiles.told(event.dataset);
    if (event.type === 'network' || event.type === 'dataset') evaluatePretrained();
    const newWeights = WEIGHT_EVENTS.has(event.type);
    const newData = event.type === 'dataset' && event.dataset.status === 'ready';
    if (newData) images.forget();
    const batchesDue = event.type === 'batches' && parts.now() - lastLook >= LOOK_EVERY;
    if (newWeights || newData || batchesDue) {
      lastLook = parts.now();
      if (batchesDue || event.type === 'validated' || event.type === 'phase') {
        dispatch({ type: 'weights-moved' });
      }
      tracker.refresh();
    }
  }

  /** The network that ships with the page has no run that would have read images on its way. */
  function evaluatePretrained(): void {
    if (!wantsReadings(store.getState())) return;
    clearTimeout(calm);
    calm = setTimeout(() => {
      if (wantsReadings(store.getState())) ask(engine.commands.read('validation'));
    }, CALM_MS);
  }

  function onDeath(reason: string): void {
    experiments.drop();
    restarts += 1;
    const gone = restarts > MOST_RESTARTS;
    dispatch({ type: 'engine-lost', reason, gone });
    engine.close();
    if (gone) return;
    engine = start();
    const { settings } = store.getState();
    ask(engine.commands.begin(parts.base, settings));
    loadData(settings.dataset);
  }

  /**
   * An untrained network follows the controls at once, and the one that ships with the page gives way to one of other
   * layers; a network that was trained here is kept until the next run.
   */
  function rebuildIfUntrained(): void {
    const state = store.getState();
    const { settings, built, run, pretrained } = state;
    if (isActive(run.phase) || settingsProblem(settings)) return;
    const isKept = pretrained ? built && isSameNetwork(built, settings) : isTrained(state);
    if (isKept) return;
    if (!built || needsNewNetwork(built, settings)) ask(engine.commands.reset(settings));
  }

  /** Events of the page that change what is looked at. */
  const lookAt = (event: PageEvent) => {
    dispatch(event);
    tracker.refresh();
  };
  const startable = () => !isActive(store.getState().run.phase) && !trainBlock(store.getState());

  const actions: LabActions = {
    change(patch) {
      const before = store.getState().settings;
      dispatch({ type: 'settings-changed', patch });
      const { settings } = store.getState();
      if (needsOtherData(before, settings)) loadData(settings.dataset);
      rebuildIfUntrained();
    },
    train() {
      if (startable()) ask(engine.commands.train(store.getState().settings));
    },
    pause: () => ask(engine.commands.pause()),
    resume: () => ask(engine.commands.resume()),
    step() {
      if (store.getState().run.phase === 'paused' || startable()) {
        ask(engine.commands.step(store.getState().settings));
      }
    },
    stop: () => ask(engine.commands.stop()),
    experiment: (base, runs) => experiments.start(base, runs),
    stopExperiments: () => experiments.stop(),
    restore: (settings) => actions.change(changesTo(store.getState().settings, settings)),
    resetWeights: () => ask(engine.commands.reset(store.getState().settings)),
    previewFiles(files) {
      dispatch({ type: 'file-preview', preview: { status: 'reading', done: 0 } });
      ownFiles.preview(files);
    },
    usePreview: (classNames) => ownFiles.agree(classNames),
    cancelPreview: () => ownFiles.cancel(),
    chooseDataset(id) {
      // Digits can always be drawn; MNIST may not be had.
      if (id === 'synthetic') actions.change({ dataset: id });
      else loadData(id);
    },
    select(patch) {
      const event = { type: 'selected', patch } as const;
      if ('image' in patch) lookAt(event);
      else dispatch(event);
    },
    open: (panel) => dispatch({ type: 'opened', panel }),
    showCell(cell) {
      dispatch({ type: 'selected', patch: { cell, digit: undefined } });
      // The overview has the gallery too.
      if (cell && store.getState().panel !== OVERVIEW) dispatch({ type: 'opened', panel: 'misclassified' });
    },
    goTo: (view) => lookAt({ type: 'went', view }),
    read: (part) => ask(engine.commands.read(part)),
    cancelRead: () => ask(engine.commands.cancelRead()),
    edit: (edits) => ask(engine.commands.edit(edits)),
    sendToCanvas: (image) => lookAt({ type: 'drawn', drawing: { baseImage: image, strokes: [] } }),
    showScannedInk: (found) => lookAt({ type: 'drawn', drawing: { scannedInk: found, strokes: [] } }),
    async showDigit(wish) {
      // Where the engine dies meanwhile, nothing is shown, as where there are no such digits.
      const shown = digitToShow(wish, engine.commands, store.getState().settings, Math.random);
      const image = await shown.catch(() => undefined);
      if (image) actions.sendToCanvas(image);
    },
    ink: (stroke) => lookAt({ type: 'inking', stroke }),
    addStroke(stroke) {
      const { drawing } = store.getState();
      lookAt({ type: 'drawn', drawing: { ...drawing, strokes: [...drawing.strokes, stroke] } });
    },
    undo: () => lookAt({ type: 'drawing-undone' }),
    redo: () => lookAt({ type: 'drawing-redone' }),
    clear: () => lookAt({ type: 'drawn', drawing: EMPTY_DRAWING }),
    predict() {
      const { liveDrawing, inkSteps } = store.getState();
      if (drawnImage(liveDrawing, inkSteps)) lookAt({ type: 'submitted' });
      else dispatch({ type: 'predicted-nothing' });
    },
    setLive: (isLive) => lookAt({ type: 'live-switched', isLive }),
    setInkSteps: (steps) => lookAt({ type: 'steps-switched', steps }),
    collect: (label) => ownDigits.collect(store.getState().submittedDrawing, label),
    removeOwn: (ids) => void ownDigits.remove(ids),
    importOwn: (file) => ask(ownDigits.takeFile(file)),
    fineTune() {
      const parts = fineTuneParts(store.getState());
      if (!parts) return;
      dispatch({ type: 'fine-tune-asked', learnt: parts.learnt.map(({ id }) => id) });
      ask(engine.commands.fineTune(ownImages(parts.learnt), ownImages(parts.heldOut)));
    },
    cancelFineTuning: () => ask(engine.commands.cancelFineTuning()),
    decideFineTuned(stays) {
      ask(stays ? engine.commands.keepFineTuned() : engine.commands.takeBackFineTuned());
    },
    dismissNotes: () => dispatch({ type: 'notes-dismissed' }),
    dismissFault: () => dispatch({ type: 'fault-dismissed' }),
  };

  const inquiries = forwardInquiries(() => engine.commands);
  const images = new ImageCache(inquiries);

  let engine = start();
  ask(engine.commands.begin(parts.base, parts.settings));
  loadData(parts.settings.dataset);
  ask(ownDigits.load());
  return { store, actions, inquiries, images };
}

async function imageAt({ images }: EngineCommands, { set, position }: ImageRef) {
  const found = await images(set, Uint32Array.of(position));
  if (!found) return undefined;
  const image = Float32Array.from(found.images.subarray(0, INPUT_SIZE), (grey) => grey / 255);
  return { image, label: found.labels[0] as number };
}

/** The network that ships is in use, and has read none of the images that are there. */
const wantsReadings = ({ pretrained, dataset, readings, run }: LabState): boolean =>
  pretrained !== undefined && dataset.status === 'ready' && !readings.validation && !isActive(run.phase);
