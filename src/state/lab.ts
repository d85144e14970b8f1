import { createStore, type StoreApi } from 'zustand/vanilla';
import { normalize } from '../ink/normalize';
import type { AddressNote } from '../model/address';
import { needsNewWeights, type Settings } from '../model/settings';
import type { EngineApi, EngineEvent } from '../protocol/engine-api';
import type { LabActions, LabState } from './lab-state';
import { Looker } from './looker';
import { initialState, type PageEvent, reduce } from './reducer';
import { isActive, isTrained, settingsProblem, trainBlock } from './selectors';

/** The engine's commands; injected, so that the lab runs in a test without a worker. */
export type EngineCommands = Omit<EngineApi, 'connect'>;
export type StartEngine = (
  onEvent: (event: EngineEvent) => void,
  onDeath: (reason: string) => void,
) => { commands: EngineCommands; close(): void };

interface LabParts {
  readonly startEngine: StartEngine;
  readonly settings: Settings;
  readonly notes: readonly AddressNote[];
  /** Address of the page's folder, ending in '/': where its own copy of MNIST lies. */
  readonly base: string;
  /** Milliseconds, from any origin. */
  readonly now: () => number;
}

/** While training, the subject is looked at again at most this often, milliseconds. */
const LOOK_EVERY = 700;
/** An engine that keeps dying is not started for ever. */
const MOST_RESTARTS = 3;

/** The lab without its face: state, and actions that change it through the engine. */
export function createLab(parts: LabParts): { store: StoreApi<LabState>; actions: LabActions } {
  const store = createStore<LabState>(() => initialState(parts.settings, parts.notes));
  const dispatch = (event: EngineEvent | PageEvent) => store.setState((state) => reduce(state, event), true);
  let restarts = 0;
  let lastLook = 0;
  let files: readonly File[] | undefined;

  const loadData = () => (files ? engine.commands.loadFiles(files) : engine.commands.loadMnist(parts.base));
  const loadAtStart = () => {
    // An address can ask for files of one's own, but not bring them.
    const waitsForFiles = store.getState().settings.dataset === 'files' && !files;
    if (waitsForFiles) dispatch({ type: 'dataset', dataset: { status: 'missing', problems: [] } });
    else ask(loadData());
  };
  const start = () => parts.startEngine(onEvent, onDeath);
  const ask = (answer: Promise<unknown>) => {
    // A command fails only when the engine dies, which onDeath tells.
    answer.catch(() => undefined);
  };
  const looker = new Looker({
    imageOf: (strokes) => normalize(strokes)?.image,
    strokes: () => store.getState().strokes,
    look: (image) => engine.commands.look(image),
    sample: () => engine.commands.sample(0),
    onLook: (subject) => dispatch({ type: 'looked', subject }),
  });

  function onEvent(event: EngineEvent): void {
    dispatch(event);
    const newWeights = event.type === 'network' || event.type === 'phase' || event.type === 'validated';
    const newData = event.type === 'dataset' && event.dataset.status === 'ready';
    const batchesDue = event.type === 'batches' && parts.now() - lastLook >= LOOK_EVERY;
    if (newWeights || newData || batchesDue) {
      lastLook = parts.now();
      looker.refresh();
    }
  }

  function onDeath(reason: string): void {
    dispatch({ type: 'engine-lost', reason });
    engine.close();
    restarts += 1;
    if (restarts > MOST_RESTARTS) return;
    engine = start();
    ask(engine.commands.reset(store.getState().settings));
    loadAtStart();
  }

  /** An untrained network follows the controls at once; a trained one is kept until the next run. */
  function rebuildIfUntrained(): void {
    const state = store.getState();
    const { settings, built, run } = state;
    if (isActive(run.phase) || isTrained(state) || settingsProblem(settings)) return;
    if (!built || needsNewWeights(built, settings)) ask(engine.commands.reset(settings));
  }

  const setStrokes = (strokes: LabState['strokes']) => {
    dispatch({ type: 'strokes-changed', strokes });
    looker.refresh();
  };
  const startable = () => !isActive(store.getState().run.phase) && !trainBlock(store.getState());

  const actions: LabActions = {
    change(patch) {
      dispatch({ type: 'settings-changed', patch });
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
    resetWeights: () => ask(engine.commands.reset(store.getState().settings)),
    loadFiles(chosen) {
      files = chosen;
      dispatch({ type: 'settings-changed', patch: { dataset: 'files' } });
      ask(loadData());
    },
    loadMnist() {
      files = undefined;
      dispatch({ type: 'settings-changed', patch: { dataset: 'mnist' } });
      ask(loadData());
    },
    addStroke: (stroke) => setStrokes([...store.getState().strokes, stroke]),
    undo: () => setStrokes(store.getState().strokes.slice(0, -1)),
    clear: () => setStrokes([]),
    predict() {
      if (normalize(store.getState().strokes)) looker.refresh();
      else dispatch({ type: 'predicted-nothing' });
    },
    dismissNotes: () => dispatch({ type: 'notes-dismissed' }),
    dismissFault: () => dispatch({ type: 'fault-dismissed' }),
  };

  let engine = start();
  ask(engine.commands.reset(parts.settings));
  loadAtStart();
  return { store, actions };
}
