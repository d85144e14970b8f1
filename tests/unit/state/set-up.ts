import { vi } from 'vitest';
import type { LabelledImages } from '../../../src/data/dataset';
import type { Stroke } from '../../../src/ink/stroke';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import type { Settings } from '../../../src/model/settings';
import type { KnownSpeeds } from '../../../src/model/speeds';
import type { TrainedNetwork } from '../../../src/model/trained-network';
import type { EngineReadout, StepDown } from '../../../src/protocol/backend';
import type { RunCheckpoint } from '../../../src/protocol/checkpoint';
import type { ImageSet, Readings } from '../../../src/protocol/data/images';
import type { EngineCommands, EngineEvent } from '../../../src/protocol/engine-api';
import type { PastMoment, RunId } from '../../../src/protocol/history';
import type { Activations } from '../../../src/protocol/inspect';
import type { KeepStore } from '../../../src/state/keeping/keep-store';
import { createLab } from '../../../src/state/lab';
import type { LabEvent, LabState } from '../../../src/state/lab-state';
import { initialState, reduce } from '../../../src/state/reducer';
import type { SpeedStore } from '../../../src/state/speeds/speed-store';
import { networkTold } from './told';

export const READOUT: EngineReadout = {
  backend: 'wasm',
  trainStep: 'reference',
  stepsDown: [],
  timesKernels: false,
  tensors: 0,
  bytes: 0,
};
export const READY = {
  status: 'ready',
  id: 'mnist',
  origin: 'a test',
  official: true,
  train: 55_000,
  validation: 5_000,
  test: 10_000,
  problems: [],
} as const;
export const STROKE: Stroke = {
  width: 20,
  points: [
    { x: 80, y: 80 },
    { x: 200, y: 200 },
  ],
};

/** The network reads a 7, however many batches it has seen. */
export const lookOf = (trainedBatches: number): Activations => ({
  probabilities: Float32Array.from({ length: 10 }, (_, digit) => (digit === 7 ? 1 : 0)),
  layers: [],
  trainedBatches,
  weightsVersion: trainedBatches,
});

export const readingsOf = (part: Readings['part'], trainedBatches: number): Readings => ({
  part,
  trainedBatches,
  weightsVersion: trainedBatches,
  positions: new Uint32Array(0),
  truth: new Uint8Array(0),
  predicted: new Uint8Array(0),
  probabilities: new Float32Array(0),
  evaluation: { images: 0, loss: 0, accuracy: 0, confusion: [] },
});

/** The lab on an engine that takes every command in, answers little, and tells what the test says. */
export function setUp(
  settings: Settings = DEFAULT_SETTINGS,
  speedStore?: Promise<SpeedStore>,
  keepStore?: Promise<KeepStore>,
) {
  const clock = { now: 0 };
  const engines: {
    emit: (event: EngineEvent) => void;
    die: (reason: string) => void;
    patience: () => number;
    late: (isLate: boolean) => void;
  }[] = [];
  const commands = {
    loadMnist: vi.fn(async () => {}),
    loadSynthetic: vi.fn(async () => {}),
    loadFiles: vi.fn(async () => {}),
    giveFiles: vi.fn(async () => {}),
    previewFiles: vi.fn(async () => {}),
    adjustPreview: vi.fn(async () => {}),
    usePreview: vi.fn(async () => {}),
    cancelPreview: vi.fn(async () => {}),
    passOver: vi.fn(async (_backends: readonly StepDown[]) => {}),
    begin: vi.fn(async () => {}),
    reset: vi.fn(async () => {}),
    openNetwork: vi.fn(async (_name: string, _network: TrainedNetwork, _next: Settings) => true),
    trainedNetwork: vi.fn(async (): Promise<TrainedNetwork | undefined> => undefined),
    train: vi.fn(async () => {}),
    continueRun: vi.fn(async (_checkpoint: RunCheckpoint) => {}),
    pause: vi.fn(async () => {}),
    resume: vi.fn(async () => {}),
    step: vi.fn(async () => {}),
    stop: vi.fn(async () => {}),
    adjust: vi.fn(async () => {}),
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
    normalisation: vi.fn(async () => undefined),
    looksLikeDigit: vi.fn(async () => undefined),
    edit: vi.fn(async () => {}),
    readImages: vi.fn(async () => undefined),
    fineTune: vi.fn(async () => {}),
    cancelFineTuning: vi.fn(async () => {}),
    keepFineTuned: vi.fn(async () => {}),
    takeBackFineTuned: vi.fn(async () => {}),
    lookBack: vi.fn(async (_moment: PastMoment) => {}),
    lookAtPresent: vi.fn(async () => {}),
    forgetRun: vi.fn(async (_run: RunId) => {}),
    knowSpeeds: vi.fn(async (_known: readonly KnownSpeeds[]) => {}),
    nextRun: vi.fn(async (_settings: Settings) => {}),
    measureSpeeds: vi.fn(async () => {}),
    testRates: vi.fn(async () => {}),
    cancelRateTest: vi.fn(async () => {}),
    kernelTimes: vi.fn(async () => undefined),
    networkAt: vi.fn(async () => undefined),
    rounding: vi.fn(async () => 0),
    probabilities: vi.fn(async () => new Float32Array(0)),
    layersModel: vi.fn(async () => ({ model: '', weights: new Uint8Array(0) })),
    readLayersModel: vi.fn(async () => new Float32Array(0)),
  } satisfies EngineCommands;
  const lab = createLab({
    startEngine: (emit, die, patience, late) => {
      engines.push({ emit, die, patience, late });
      return { commands, close: () => {} };
    },
    settings,
    notes: [],
    base: 'http://lab/',
    now: () => clock.now,
    ...(speedStore && { speedStore }),
    ...(keepStore && { keepStore }),
  });
  const emit = (...events: EngineEvent[]) => {
    for (const event of events) engines[engines.length - 1]?.emit(event);
  };
  const ready = () =>
    emit({ type: 'dataset', dataset: READY }, networkTold({ settings: lab.store.getState().settings }), {
      type: 'engine',
      readout: READOUT,
    });
  return { ...lab, commands, engines, emit, ready, clock };
}

/** What the reducer alone makes of events. */
export const stateAfter = (...events: readonly LabEvent[]): LabState =>
  events.reduce(reduce, initialState(DEFAULT_SETTINGS, []));
