import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AddressNote } from '../model/address';
import { needsNewNetwork, type Settings } from '../model/settings';
import { settingsProblem } from '../model/settings-problem';
import type { EngineCommands, EngineEvent } from '../protocol/engine-api';
import { drawnImage } from './drawn-image';
import type { LabActions, LabState } from './lab-state';
import { Looker } from './looker';
import { initialState, type PageEvent, reduce } from './reducer';
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
  /** The last files that were given, and those in use: an engine that is started again gets them again. */
  let given: readonly File[] = [];
  let files: readonly File[] = [];

  const loadData = () => {
    const { dataset } = store.getState().settings;
    if (dataset === 'mnist') ask(engine.commands.loadMnist(parts.base));
    else if (files.length > 0) ask(engine.commands.loadFiles(files));
    // An address can ask for files of one's own, but not bring them.
    else dispatch({ type: 'dataset', dataset: { status: 'missing', id: dataset, problems: [] } });
  };
  const start = () => parts.startEngine(onEvent, onDeath);
  const ask = (answer: Promise<unknown>) => {
    // A command fails only when the engine dies, which onDeath tells.
    answer.catch(() => undefined);
  };
  const looker = new Looker({
    imageOf: (strokes) => drawnImage(strokes)?.image,
    strokes: () => store.getState().strokes,
    look: (image) => engine.commands.look(image),
    sample: () => engine.commands.sample(0),
    onLook: (subject) => dispatch({ type: 'looked', subject }),
  });

  function onEvent(event: EngineEvent): void {
    dispatch(event);
    if (event.type === 'validated') restarts = 0;
    if (event.type === 'dataset' && event.dataset.status === 'ready' && event.dataset.id === 'files') {
      if (!event.dataset.refused) files = given;
    }
    const newWeights = event.type === 'network' || event.type === 'phase' || event.type === 'validated';
    const newData = event.type === 'dataset' && event.dataset.status === 'ready';
    const batchesDue = event.type === 'batches' && parts.now() - lastLook >= LOOK_EVERY;
    if (newWeights || newData || batchesDue) {
      lastLook = parts.now();
      looker.refresh();
    }
  }

  function onDeath(reason: string): void {
    restarts += 1;
    const gone = restarts > MOST_RESTARTS;
    dispatch({ type: 'engine-lost', reason, gone });
    engine.close();
    if (gone) return;
    engine = start();
    ask(engine.commands.reset(store.getState().settings));
    loadData();
  }

  /** An untrained network follows the controls at once; a trained one is kept until the next run. */
  function rebuildIfUntrained(): void {
    const state = store.getState();
    const { settings, built, run } = state;
    if (isActive(run.phase) || isTrained(state) || settingsProblem(settings)) return;
    if (!built || needsNewNetwork(built, settings)) ask(engine.commands.reset(settings));
  }

  const draw = (event: PageEvent) => {
    dispatch(event);
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
      given = chosen;
      ask(engine.commands.loadFiles(chosen));
    },
    loadMnist: () => ask(engine.commands.loadMnist(parts.base)),
    addStroke: (stroke) => draw({ type: 'drawn', strokes: [...store.getState().strokes, stroke] }),
    undo: () => draw({ type: 'drawing-undone' }),
    clear: () => draw({ type: 'drawn', strokes: [] }),
    predict() {
      if (drawnImage(store.getState().strokes)) looker.refresh();
      else dispatch({ type: 'predicted-nothing' });
    },
    dismissNotes: () => dispatch({ type: 'notes-dismissed' }),
    dismissFault: () => dispatch({ type: 'fault-dismissed' }),
  };

  let engine = start();
  ask(engine.commands.reset(parts.settings));
  loadData();
  return { store, actions };
}
