import { describe, expect, it, vi } from 'vitest';
import type { LabelledImages } from '../../../src/data/dataset';
import type { Stroke } from '../../../src/ink/stroke';
import { DEFAULT_SETTINGS, PRESETS } from '../../../src/model/presets';
import type { Settings } from '../../../src/model/settings';
import type { EngineReadout } from '../../../src/protocol/backend';
import type { ImageSet, Readings } from '../../../src/protocol/data/images';
import type { EngineCommands, EngineEvent } from '../../../src/protocol/engine-api';
import type { Activations } from '../../../src/protocol/inspect';
import { createLab } from '../../../src/state/lab';
import { addressedSettings, isTrained } from '../../../src/state/selectors';
import { CARD } from '../../fixtures/pretrained-card';

const READOUT: EngineReadout = {
  backend: 'wasm',
  trainStep: 'reference',
  stepsDown: [],
  tensors: 0,
  bytes: 0,
};
const READY = {
  status: 'ready',
  id: 'mnist',
  origin: 'a test',
  official: true,
  train: 55_000,
  validation: 5_000,
  test: 10_000,
  problems: [],
} as const;
const STROKE: Stroke = {
  width: 20,
  points: [
    { x: 80, y: 80 },
    { x: 200, y: 200 },
  ],
};

const lookOf = (trainedBatches: number): Activations => ({
  probabilities: Float32Array.from({ length: 10 }, (_, digit) => (digit === 7 ? 1 : 0)),
  layers: [],
  trainedBatches,
  weightsVersion: trainedBatches,
});

const readingsOf = (part: Readings['part'], trainedBatches: number): Readings => ({
  part,
  trainedBatches,
  weightsVersion: trainedBatches,
  positions: new Uint32Array(0),
  truth: new Uint8Array(0),
  predicted: new Uint8Array(0),
  probabilities: new Float32Array(0),
  evaluation: { images: 0, loss: 0, accuracy: 0, confusion: [] },
});

function setUp(settings: Settings = DEFAULT_SETTINGS) {
  const engines: { emit: (event: EngineEvent) => void; die: (reason: string) => void }[] = [];
  const commands = {
    loadMnist: vi.fn(async () => {}),
    loadSynthetic: vi.fn(async () => {}),
    loadFiles: vi.fn(async () => {}),
    giveFiles: vi.fn(async () => {}),
    previewFiles: vi.fn(async () => {}),
    usePreview: vi.fn(async () => {}),
    cancelPreview: vi.fn(async () => {}),
    begin: vi.fn(async () => {}),
    reset: vi.fn(async () => {}),
    train: vi.fn(async () => {}),
    pause: vi.fn(async () => {}),
    resume: vi.fn(async () => {}),
    step: vi.fn(async () => {}),
    stop: vi.fn(async () => {}),
    activations: vi.fn(async (): Promise<Activations | undefined> => lookOf(3)),
    sample: vi.fn(async (): Promise<Float32Array | undefined> => new Float32Array(784)),
    read: vi.fn(async () => {}),
    cancelRead: vi.fn(async () => {}),
    images: vi.fn(async (_set: ImageSet, positions: Uint32Array): Promise<LabelledImages | undefined> => {
      return { images: new Uint8Array(784 * positions.length).fill(51), labels: Uint8Array.of(4) };
    }),
    previewAugmentation: vi.fn(async () => ({ extremes: new Uint8Array(0), samples: new Uint8Array(0) })),
    labels: vi.fn(async () => undefined),
    summary: vi.fn(async () => undefined),
    cancelSummary: vi.fn(async () => {}),
    weights: vi.fn(async () => undefined),
    weightedSums: vi.fn(async () => undefined),
    attribution: vi.fn(async () => undefined),
    deadUnits: vi.fn(async () => undefined),
    projection: vi.fn(async () => undefined),
    cancelProjection: vi.fn(async () => {}),
    neighbours: vi.fn(async () => undefined),
    cancelNeighbours: vi.fn(async () => {}),
    looksLikeDigit: vi.fn(async () => undefined),
    edit: vi.fn(async () => {}),
    readImages: vi.fn(async () => undefined),
    fineTune: vi.fn(async () => {}),
    cancelFineTuning: vi.fn(async () => {}),
    keepFineTuned: vi.fn(async () => {}),
    takeBackFineTuned: vi.fn(async () => {}),
  } satisfies EngineCommands;
  const lab = createLab({
    startEngine: (emit, die) => {
      engines.push({ emit, die });
      return { commands, close: () => {} };
    },
    settings,
    notes: [],
    base: 'http://lab/',
    now: () => 0,
  });
  const emit = (...events: EngineEvent[]) => {
    for (const event of events) engines[engines.length - 1]?.emit(event);
  };
  const ready = () =>
    emit(
      { type: 'dataset', dataset: READY },
      { type: 'network', settings: lab.store.getState().settings, trainedBatches: 0, weightsVersion: 0 },
      { type: 'engine', readout: READOUT },
    );
  return { ...lab, commands, engines, emit, ready };
}

describe('the lab', () => {
  it('builds a network and loads the data at once', () => {
    const { commands } = setUp();
    expect(commands.begin).toHaveBeenCalledWith('http://lab/', DEFAULT_SETTINGS);
    expect(commands.loadMnist).toHaveBeenCalledWith('http://lab/', { style: 'realistic', noise: 0, blur: 0 });
  });

  it('draws other digits when their choices change, and only where they are the data', () => {
    const { actions, commands, ready } = setUp();
    ready();
    actions.change({ digitNoise: 0.1 });
    expect(commands.loadSynthetic).not.toHaveBeenCalled();
    actions.chooseDataset('synthetic');
    expect(commands.loadSynthetic).toHaveBeenLastCalledWith({ style: 'realistic', noise: 0.1, blur: 0 });
    actions.change({ digits: 'pseudo' });
    expect(commands.loadSynthetic).toHaveBeenLastCalledWith({ style: 'pseudo', noise: 0.1, blur: 0 });
    actions.change({ epochs: 7 });
    expect(commands.loadSynthetic).toHaveBeenCalledTimes(2);
  });

  it('loads the data that a preset has of its own', () => {
    const { actions, commands, ready } = setUp();
    ready();
    actions.change(PRESETS['pseudo-mnist-cnn']);
    expect(commands.loadSynthetic).toHaveBeenCalledWith({ style: 'pseudo', noise: 0, blur: 0 });
  });

  it('goes on asking for MNIST in the address where digits are drawn in its place', () => {
    const { store, emit, ready } = setUp();
    ready();
    const drawn = { ...READY, id: 'synthetic' as const };
    emit({ type: 'dataset', dataset: drawn });
    expect(addressedSettings(store.getState()).dataset).toBe('synthetic');
    emit({ type: 'dataset', dataset: { ...drawn, refused: 'mnist' } });
    expect(store.getState().settings.dataset).toBe('synthetic');
    expect(addressedSettings(store.getState()).dataset).toBe('mnist');
  });

  it('does not train before there are data and an engine', () => {
    const { actions, commands, ready } = setUp();
    actions.train();
    expect(commands.train).not.toHaveBeenCalled();
    ready();
    actions.train();
    expect(commands.train).toHaveBeenCalledTimes(1);
  });

  it('starts one run however often Train is pressed', () => {
    const { actions, commands, ready, emit, store } = setUp();
    ready();
    actions.train();
    emit({ type: 'run-started', settings: store.getState().settings, batchesPerEpoch: 4 });
    emit({ type: 'phase', phase: 'running' });
    for (let click = 0; click < 50; click++) actions.train();
    expect(commands.train).toHaveBeenCalledTimes(1);
  });

  it('does not train an impossible network', () => {
    const { actions, commands, ready } = setUp();
    ready();
    actions.change({ network: [{ type: 'conv', filters: 8, kernel: 5, stride: 1, padding: 'valid' }] });
    actions.train();
    expect(commands.train).not.toHaveBeenCalled();
  });

  it('gives an untrained network new weights as soon as it is edited', () => {
    const { actions, commands, ready, emit, store } = setUp();
    ready();
    actions.change(PRESETS['tfjs-examples']);
    expect(commands.reset).toHaveBeenLastCalledWith({ ...DEFAULT_SETTINGS, ...PRESETS['tfjs-examples'] });
    emit({ type: 'network', settings: store.getState().settings, trainedBatches: 0, weightsVersion: 0 });
    commands.reset.mockClear();
    actions.change({ learningRate: 0.1 });
    expect(commands.reset).not.toHaveBeenCalled();
  });

  it('makes an untrained network anew for another train step or number of workers', () => {
    const { actions, commands, ready, emit, store } = setUp();
    ready();
    for (const patch of [{ trainStep: 'reference' }, { workers: '2' }] as const) {
      commands.reset.mockClear();
      actions.change(patch);
      expect(commands.reset).toHaveBeenCalledWith(store.getState().settings);
      emit({ type: 'network', settings: store.getState().settings, trainedBatches: 0, weightsVersion: 0 });
    }
    commands.reset.mockClear();
    actions.change({ workers: '2' });
    expect(commands.reset).not.toHaveBeenCalled();
  });

  it('keeps a trained network when the settings change', () => {
    const { actions, commands, ready, emit, store } = setUp();
    ready();
    emit({ type: 'run-started', settings: store.getState().settings, batchesPerEpoch: 4 });
    emit({ type: 'batches', first: 0, batches: [{ loss: 2, accuracy: 0.1 }], weightsVersion: 1 });
    emit({ type: 'phase', phase: 'stopped' });
    commands.reset.mockClear();
    actions.change(PRESETS['tfjs-examples']);
    expect(commands.reset).not.toHaveBeenCalled();
  });

  it('answers what it reads in a drawing', async () => {
    const { actions, ready, store } = setUp();
    ready();
    actions.addStroke(STROKE);
    await expect.poll(() => store.getState().answer.kind).toBe('read');
    expect(store.getState().subject?.from).toBe('drawing');
  });

  it('says that the network is untrained instead of guessing', async () => {
    const { actions, ready, store, commands } = setUp();
    commands.activations.mockResolvedValue(lookOf(0));
    ready();
    actions.addStroke(STROKE);
    await expect.poll(() => store.getState().answer.kind).toBe('untrained');
  });

  it('asks for a drawing when there is none', () => {
    const { actions, ready, store } = setUp();
    ready();
    actions.predict();
    expect(store.getState().answer.kind).toBe('empty');
  });

  it('takes back strokes one by one, and all at once', () => {
    const { actions, store } = setUp();
    actions.addStroke(STROKE);
    actions.addStroke(STROKE);
    actions.undo();
    expect(store.getState().drawing.strokes).toHaveLength(1);
    actions.clear();
    expect(store.getState().drawing.strokes).toHaveLength(0);
    expect(store.getState().answer.kind).toBe('none');
  });

  it('looks at a selected image, until something is drawn, and reads the drawing all the same', async () => {
    const { actions, ready, store, commands } = setUp();
    ready();
    const ref = { set: 'test', position: 115 } as const;
    actions.select({ image: ref });
    await expect.poll(() => store.getState().subject?.ref).toEqual(ref);
    expect(store.getState().subject).toMatchObject({ from: 'selected', label: 4 });
    expect(store.getState().subject?.image[0]).toBeCloseTo(0.2);
    expect(store.getState().answer.kind).toBe('none');
    actions.addStroke(STROKE);
    await expect.poll(() => store.getState().subject?.from).toBe('drawing');
    expect(store.getState().selection.image).toBeUndefined();
    actions.select({ image: ref });
    await expect.poll(() => store.getState().subject?.from).toBe('selected');
    expect(store.getState().answer.kind).toBe('read');
    commands.images.mockResolvedValue(undefined);
    actions.select({ image: { set: 'test', position: 1e6 } });
    await expect.poll(() => store.getState().subject?.from).toBe('drawing');
  });

  it('puts an image on the pad, takes a stroke over it, and gives back what was there', async () => {
    const { actions, ready, store } = setUp();
    ready();
    const print = new Float32Array(784).fill(0.5);
    actions.select({ image: { set: 'test', position: 3 } });
    actions.sendToCanvas(print);
    await expect.poll(() => store.getState().subject?.image).toBe(print);
    actions.addStroke(STROKE);
    expect(store.getState().drawing).toEqual({ baseImage: print, strokes: [STROKE] });
    actions.undo();
    actions.undo();
    expect(store.getState().drawing).toEqual({ strokes: [] });
  });

  it('opens the gallery for a cell of the matrix, unless it is in sight', () => {
    const { actions, store } = setUp();
    actions.showCell({ truth: 4, predicted: 9 });
    expect(store.getState()).toMatchObject({ panel: 'overview', selection: { cell: { truth: 4 } } });
    actions.open('confusion-matrix');
    actions.showCell({ truth: 4, predicted: 8 });
    expect(store.getState()).toMatchObject({ panel: 'misclassified', selection: { cell: { predicted: 8 } } });
  });

  it('keeps what was read in a part only as long as the weights are those', () => {
    const { emit, store, ready } = setUp();
    ready();
    const parts = () => Object.keys(store.getState().readings).sort();
    emit(
      { type: 'read', readings: readingsOf('validation', 10) },
      { type: 'read', readings: readingsOf('test', 10) },
    );
    expect(parts()).toEqual(['test', 'validation']);
    emit({ type: 'read', readings: readingsOf('validation', 20) });
    expect(parts()).toEqual(['validation']);
    const moment = store.getState().weightsVersion;
    ready();
    expect(parts()).toEqual([]);
    expect(store.getState().weightsVersion).toBeGreaterThan(moment);
  });

  it('reads the validation images by the network that came with the page soon after both are there, once', () => {
    vi.useFakeTimers();
    const { emit, commands, store } = setUp();
    const settings = DEFAULT_SETTINGS;
    emit({ type: 'network', settings, trainedBatches: 9, weightsVersion: 9, pretrained: CARD });
    expect(commands.read).not.toHaveBeenCalled();
    emit({ type: 'dataset', dataset: READY });
    vi.runAllTimers();
    expect(commands.read).toHaveBeenCalledWith('validation');
    expect(isTrained(store.getState())).toBe(true);
    emit({ type: 'read', readings: readingsOf('validation', 9) });
    emit({ type: 'dataset', dataset: { ...READY, refused: 'files' } });
    vi.runAllTimers();
    vi.useRealTimers();
    expect(commands.read).toHaveBeenCalledTimes(1);
  });

  it('keeps the network that came with the page while settings of a run change, and gives it up for other layers', () => {
    const { emit, commands, store, actions, ready } = setUp();
    ready();
    emit({
      type: 'network',
      settings: DEFAULT_SETTINGS,
      trainedBatches: 9,
      weightsVersion: 9,
      pretrained: CARD,
    });
    commands.reset.mockClear();
    actions.change({ epochs: 9, seed: 5 });
    expect(commands.reset).not.toHaveBeenCalled();
    actions.change(PRESETS['tfjs-examples']);
    expect(commands.reset).toHaveBeenCalledTimes(1);
    emit({ type: 'network', settings: store.getState().settings, trainedBatches: 0, weightsVersion: 0 });
    expect(store.getState().pretrained).toBeUndefined();
    expect(isTrained(store.getState())).toBe(false);
  });

  it('shows a sample digit until something is drawn', async () => {
    const { ready, store } = setUp();
    ready();
    await expect.poll(() => store.getState().subject?.from).toBe('sample');
    expect(store.getState().answer.kind).toBe('none');
  });

  it('starts a dead engine again, says so, and keeps settings and drawing', () => {
    const { actions, engines, store, commands } = setUp();
    actions.addStroke(STROKE);
    commands.begin.mockClear();
    engines[0]?.die('out of memory');
    expect(engines).toHaveLength(2);
    expect(commands.begin).toHaveBeenCalledTimes(1);
    expect(store.getState().fault).toEqual({ code: 'engine-died', detail: 'out of memory' });
    expect(store.getState().drawing.strokes).toHaveLength(1);
  });

  it('gives up starting an engine that keeps dying, and says that only a reload helps', () => {
    const { engines, store, actions, commands } = setUp();
    for (let death = 0; death < 10; death++) engines[engines.length - 1]?.die('again');
    expect(engines).toHaveLength(4);
    expect(store.getState()).toMatchObject({ engineGone: true, fault: { code: 'engine-gone' } });
    actions.train();
    expect(commands.train).not.toHaveBeenCalled();
  });

  it('does not count the deaths before a run that went well', () => {
    const { engines, emit, store } = setUp();
    const evaluation = { images: 1, loss: 1, accuracy: 1, confusion: [] };
    for (let death = 0; death < 10; death++) {
      emit({ type: 'validated', epoch: 1, evaluation, weightsVersion: 1 });
      engines[engines.length - 1]?.die('now and then');
    }
    expect(store.getState().engineGone).toBe(false);
  });

  it('shows the data set that is in use, whatever was asked for', () => {
    const { actions, emit, store, ready } = setUp();
    ready();
    actions.previewFiles([{ path: 'digits', file: new Blob() }]);
    expect(store.getState().settings.dataset).toBe('mnist');
    emit({ type: 'dataset', dataset: { ...READY, id: 'files' } });
    expect(store.getState().settings.dataset).toBe('files');
    emit({ type: 'dataset', dataset: { ...READY, id: 'files', refused: 'mnist' } });
    expect(store.getState().settings.dataset).toBe('files');
  });

  it('gives an engine that was started again the files in use, not those that were only previewed', () => {
    const { actions, emit, engines, commands, ready } = setUp();
    ready();
    const good = [{ path: 'good', file: new Blob() }];
    const names = ['shoe', ...'123456789'];
    actions.previewFiles(good);
    actions.usePreview(names);
    emit({ type: 'dataset', dataset: { ...READY, id: 'files' } });
    actions.previewFiles([{ path: 'bad', file: new Blob() }]);
    emit({ type: 'file-preview', preview: { status: 'reading', done: 0 } });
    engines[0]?.die('crash');
    expect(commands.loadFiles).toHaveBeenLastCalledWith(good, 0, names);
    expect(commands.previewFiles).toHaveBeenCalledTimes(2);
  });

  it('takes the files back that were in use before other data', () => {
    const { actions, emit, commands, ready, store } = setUp();
    ready();
    const files = [{ path: 'mine', file: new Blob() }];
    actions.previewFiles(files);
    actions.usePreview(undefined);
    emit({ type: 'dataset', dataset: { ...READY, id: 'files' } });
    actions.chooseDataset('mnist');
    emit({ type: 'dataset', dataset: READY });
    expect(store.getState().hasOwnFiles).toBe(true);
    actions.chooseDataset('files');
    expect(commands.loadFiles).toHaveBeenLastCalledWith(files, 0, undefined);
  });

  it('shows a preview until the engine or the person has done with it', () => {
    const { actions, emit, engines, commands, store, ready } = setUp();
    ready();
    const preview = { status: 'reading', done: 0.5 } as const;
    emit({ type: 'file-preview', preview });
    expect(store.getState().filePreview).toEqual(preview);
    actions.cancelPreview();
    expect(commands.cancelPreview).toHaveBeenCalledTimes(1);
    emit({ type: 'file-preview', preview: undefined });
    expect(store.getState().filePreview).toBeUndefined();
    emit({ type: 'file-preview', preview });
    engines[0]?.die('crash');
    expect(store.getState().filePreview).toBeUndefined();
  });

  it('brings a cleared drawing back by Undo', () => {
    const { actions, store } = setUp();
    actions.addStroke(STROKE);
    actions.addStroke(STROKE);
    actions.clear();
    actions.undo();
    expect(store.getState().drawing.strokes).toHaveLength(2);
    actions.undo();
    actions.undo();
    actions.undo();
    expect(store.getState().drawing.strokes).toHaveLength(0);
  });

  it('keeps saying why a run was started again while it runs, and forgets it with the next start', () => {
    const { emit, store, ready } = setUp();
    ready();
    const { settings } = store.getState();
    emit({ type: 'phase', phase: 'starting' });
    emit({ type: 'fault', fault: { code: 'run-restarted', detail: 'device lost' } });
    emit({ type: 'network', settings, trainedBatches: 0, weightsVersion: 0 });
    expect(store.getState().run.phase).toBe('starting');
    emit({ type: 'run-started', settings, batchesPerEpoch: 4 });
    expect(store.getState().fault?.code).toBe('run-restarted');
    emit({ type: 'phase', phase: 'starting' });
    expect(store.getState().fault).toBeUndefined();
  });

  it('forgets what was read in data that others have replaced, and keeps it where others were refused', () => {
    const { emit, store, ready } = setUp();
    ready();
    const evaluation = { images: 1, loss: 1, accuracy: 0, confusion: [] };
    const image = {
      positions: Uint32Array.of(9_999),
      truth: Uint8Array.of(1),
      predicted: Uint8Array.of(7),
      probabilities: new Float32Array(10),
    };
    emit({
      type: 'read',
      readings: { part: 'test', trainedBatches: 3, weightsVersion: 3, evaluation, ...image },
    });
    emit({ type: 'dataset', dataset: { ...READY, refused: 'files' } });
    expect(store.getState().readings.test).toBeDefined();
    emit({ type: 'dataset', dataset: { ...READY, id: 'files' } });
    expect(store.getState().readings).toEqual({});
  });

  it('keeps the curves of a run whose weights were rescued', () => {
    const { emit, store, ready } = setUp();
    ready();
    const { settings } = store.getState();
    emit({ type: 'run-started', settings, batchesPerEpoch: 4 });
    emit({ type: 'batches', first: 0, batches: [{ loss: 2, accuracy: 0.1 }], weightsVersion: 1 });
    emit({ type: 'network', settings, trainedBatches: 4, weightsVersion: 4 });
    expect(store.getState().run.batches).toHaveLength(1);
  });

  it('waits for files when the address asks for files of one’s own', () => {
    const { commands, store } = setUp({ ...DEFAULT_SETTINGS, dataset: 'files' });
    expect(commands.loadMnist).not.toHaveBeenCalled();
    expect(store.getState().dataset).toEqual({ status: 'missing', id: 'files', problems: [] });
  });
});
