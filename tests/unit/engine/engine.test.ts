import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createEngine } from '../../../src/engine/engine';
import { withClasses } from '../../../src/model/network';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import type { EngineApi, EngineEvent } from '../../../src/protocol/engine-api';
import { eventually } from '../../fixtures/eventually';
import { FakeStep } from './train-step/fake-step';

/** Answers only by failing, when it is disposed of: as a step does whose workers are ended. */
class EndedStep extends FakeStep {
  private readonly pending: ((reason: Error) => void)[] = [];
  isDisposed = false;
  override logits(): Promise<Float32Array> {
    return new Promise((_, reject) => this.pending.push(reject));
  }
  override dispose(): void {
    this.isDisposed = true;
    for (const reject of this.pending) reject(new Error('the worker was closed'));
  }
  get isAsked(): boolean {
    return this.pending.length > 0;
  }
}

const steps: EndedStep[] = [];

vi.mock('../../../src/engine/backend/backend', () => ({
  startBackend: async () => ({ backend: 'wasm', stepsDown: [], lost: new Promise(() => {}) }),
}));
vi.mock('../../../src/engine/train-step/choose-step', () => ({
  againstFast: () => undefined,
  workersFor: () => 2,
  chooseStep: async () => {
    const step = new EndedStep();
    steps.push(step);
    return { kind: 'wasm', step, workers: 2 };
  },
}));
vi.mock('../../../src/data/read-files', async () => ({
  readFiles: (await import('./tiny-dataset')).readTinyDataset,
}));

let engine: EngineApi;
let events: EngineEvent[];

beforeEach(async () => {
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
  steps.length = 0;
  events = [];
  engine = createEngine();
  await engine.connect({ postMessage: (event: EngineEvent) => events.push(event) } as unknown as MessagePort);
  await engine.loadFiles([], 0, undefined, {});
  await engine.reset(DEFAULT_SETTINGS);
});
afterEach(() => vi.unstubAllGlobals());

const faults = () => events.filter(({ type }) => type === 'fault');

it.each(['read', 'edit'] as const)('a reset ends a %s without blaming the device', async (command) => {
  const asked = command === 'read' ? engine.read('validation') : engine.edit([]);
  await eventually(() => expect(steps[0]?.isAsked).toBe(true));
  await engine.reset(DEFAULT_SETTINGS);
  await asked;
  expect(faults()).toEqual([]);
  expect(steps.map(({ isDisposed }) => isDisposed)).toEqual([true, false]);
});

it('refuses edits of weights that are not there, and keeps the network', async () => {
  await expect(engine.edit([{ kind: 'mute', layer: 99, filter: 0 }])).rejects.toThrow('no filter');
  expect(faults()).toEqual([]);
  expect(steps.map(({ isDisposed }) => isDisposed)).toEqual([false]);
});

it('tells with each network a version that no weights before have had', async () => {
  await engine.reset(DEFAULT_SETTINGS);
  const versions = events.flatMap((event) => (event.type === 'network' ? [event.weightsVersion] : []));
  expect(versions).toHaveLength(2);
  expect(versions[1]).toBeGreaterThan(versions[0] ?? 0);
});

it('reads nothing with a network that is about to be replaced', async () => {
  const replaced = engine.reset(DEFAULT_SETTINGS);
  await engine.read('validation');
  await replaced;
  expect(steps.map(({ isAsked }) => isAsked)).toEqual([false, false]);
  expect(events.some(({ type }) => type === 'reading')).toBe(false);
});

const OF_LETTERS = { ...DEFAULT_SETTINGS, network: withClasses(DEFAULT_SETTINGS.network, 26) };

it('trains no network of other classes than the data have, and says why', async () => {
  await engine.train(OF_LETTERS);
  expect(faults()).toMatchObject([{ fault: { code: 'impossible-settings' } }]);
  expect(events.some((event) => event.type === 'phase' && event.phase === 'starting')).toBe(false);
});

it('reads none of the images with a network of other classes than the data have', async () => {
  await engine.reset(OF_LETTERS);
  await engine.read('validation');
  await engine.edit([]);
  await engine.testRates(OF_LETTERS);
  expect(await engine.projection('pca')).toBeUndefined();
  expect(steps.map(({ isAsked }) => isAsked)).toEqual([false, false]);
  expect(events.some(({ type }) => type === 'reading' || type === 'rate-test')).toBe(false);
});

const rateTests = () => events.flatMap((event) => (event.type === 'rate-test' ? [event.test] : []));

it('tries learning rates on a step of its own, and leaves the network in use as it is', async () => {
  const version = events.findLast((event) => event.type === 'network')?.weightsVersion;
  await engine.testRates({ ...DEFAULT_SETTINGS, batchSize: 4 });
  expect(rateTests().at(-1)).toMatchObject({ status: 'finished', settings: { batchSize: 4 } });
  expect(steps.map(({ isDisposed }) => isDisposed)).toEqual([false, true]);
  expect(steps.map(({ batches }) => batches.length > 0)).toEqual([false, true]);
  expect(steps[0]?.restored).toBeUndefined();
  const changed = events.findLast((event) => 'weightsVersion' in event);
  expect(changed?.weightsVersion).toBe(version);
});

it('tries no more rates when a run begins, and none while one is active', async () => {
  const tested = engine.testRates(DEFAULT_SETTINGS);
  await engine.train(DEFAULT_SETTINGS);
  await tested;
  expect(rateTests().at(-1)).toBeUndefined();
  const told = rateTests().length;
  await engine.testRates(DEFAULT_SETTINGS);
  expect(rateTests()).toHaveLength(told);
  await engine.stop();
});

it('refuses to go on with what no setting can be', async () => {
  await expect(engine.adjust({ learningRate: 0 })).rejects.toThrow();
  await expect(engine.adjust({ dropout: 1 })).rejects.toThrow();
  await expect(engine.adjust({ learningRate: 0.1, dropout: 0.5 })).resolves.toBeUndefined();
});
