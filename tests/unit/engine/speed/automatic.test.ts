import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createEngine } from '../../../../src/engine/engine';
import type { Machine } from '../../../../src/engine/speed/candidates';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { Backend, BackendChoice } from '../../../../src/model/settings';
import type { FastBackend } from '../../../../src/model/speeds';
import type { EngineApi, EngineEvent } from '../../../../src/protocol/engine-api';
import { FakeStep } from '../train-step/fake-step';
import { PacedStep } from './paced-step';

const SETTINGS = { ...DEFAULT_SETTINGS, epochs: 1, batchSize: 20 };
const GPU: Machine = { cores: 2, adapter: { name: 'a GPU', software: false } };
const IMITATED: Machine = { cores: 2, adapter: { name: 'SwiftShader', software: true } };

const clock = { now: 0 };
const world = { machine: GPU, tried: [] as FastBackend[], milliseconds: { wasm: 10, webgpu: 1 } };

vi.mock('../../../../src/engine/speed/look-at-machine', () => ({ lookAtMachine: async () => world.machine }));
vi.mock('../../../../src/engine/speed/make-on-trial', () => ({
  makeOnTrial: async (backend: FastBackend) => {
    world.tried.push(backend);
    return new PacedStep(clock, world.milliseconds[backend]);
  },
}));
vi.mock('../../../../src/engine/backend/backend', () => ({
  startBackend: async (_: BackendChoice, { fastest }: { fastest?: Backend }) => ({
    backend: fastest ?? 'wasm',
    gpu: { close: () => {} },
    stepsDown: fastest ? [] : [{ backend: 'webgpu', reason: 'software' }],
    lost: new Promise(() => {}),
  }),
}));
vi.mock('../../../../src/engine/train-step/choose-step', () => ({
  againstFast: () => undefined,
  workersFor: () => 2,
  chooseStep: async (_: unknown, backend: FastBackend) => ({
    kind: backend,
    step: new FakeStep(),
    ...(backend === 'wasm' && { workers: 2 }),
  }),
}));
vi.mock('../../../../src/data/read-files', async () => ({
  readFiles: (await import('../tiny-dataset')).readTinyDataset,
}));

let engine: EngineApi;
let events: EngineEvent[];

beforeEach(async () => {
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
  vi.spyOn(performance, 'now').mockImplementation(() => clock.now);
  events = [];
  Object.assign(world, { machine: GPU, tried: [] });
  engine = createEngine();
  await engine.connect({ postMessage: (event: EngineEvent) => events.push(event) } as unknown as MessagePort);
  await engine.loadFiles([], 0, undefined, {});
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function train(settings = SETTINGS) {
  events.length = 0;
  await engine.train(settings);
  await expect
    .poll(() => events.some((event) => event.type === 'phase' && event.phase === 'finished'))
    .toBe(true);
}
const readout = () => events.flatMap((event) => (event.type === 'engine' ? [event.readout] : [])).at(-1);

it('measures when Train is pressed first, remembers it, and runs on the faster one', async () => {
  await train();
  expect(world.tried).toEqual(['wasm', 'webgpu']);
  expect(readout()).toMatchObject({
    backend: 'webgpu',
    stepsDown: [{ backend: 'wasm', reason: 'slower', imagesPerSecond: 2000 }],
  });
  await train();
  expect(world.tried).toHaveLength(2);
  expect(readout()?.backend).toBe('webgpu');
});

it('begins at once on WASM where the adapter is imitated, and says why once it was measured', async () => {
  world.machine = IMITATED;
  await train();
  expect(world.tried).toEqual([]);
  expect(readout()).toMatchObject({ backend: 'wasm', stepsDown: [{ reason: 'software' }] });
  world.milliseconds.webgpu = 1000;
  await engine.measureSpeeds(SETTINGS);
  expect(readout()).toMatchObject({
    backend: 'wasm',
    stepsDown: [
      {
        backend: 'webgpu',
        reason: 'slower',
        imagesPerSecond: 20,
        than: { backend: 'wasm', imagesPerSecond: 2000 },
      },
    ],
  });
});

it('measures nothing where the backend was chosen', async () => {
  await train({ ...SETTINGS, backend: 'wasm' });
  expect(world.tried).toEqual([]);
});
