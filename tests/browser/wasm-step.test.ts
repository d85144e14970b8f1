import * as tf from '@tensorflow/tfjs';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startBackend } from '../../src/engine/backend/backend';
import { createReferenceStep, type ReferenceSettings } from '../../src/engine/train-step/reference';
import type { TrainStep } from '../../src/engine/train-step/train-step';
import { hasRelaxedSimd } from '../../src/engine/train-step/wasm/engine-features';
import type { ShardRequest } from '../../src/engine/train-step/wasm/shard-messages';
import { createWasmStep } from '../../src/engine/train-step/wasm/wasm-step';
import { formatNetwork } from '../../src/model/notation';
import { PRESETS } from '../../src/model/presets';
import { interrupted } from '../fixtures/exact-state';
import { randomImages, relativeDifference, runSteps, stepSettings } from '../fixtures/networks';

const IMAGES = 128;
const TRAINING = randomImages(IMAGES);

/** Some steps on batches of a size that needn't divide the images. */
function runBatches(step: TrainStep, steps: number, batchSize: number): void {
  for (let i = 0; i < steps; i++) {
    const batch = new Uint32Array(batchSize).map((_, k) => (i * batchSize + 5 * k) % IMAGES);
    step.run(batch, { step: i, learningRate: 0.01 });
  }
}

test('the browser multiplies and adds in one instruction, which the other tests here are about', () => {
  expect(hasRelaxedSimd()).toBe(true);
});

describe('on any number of workers', () => {
  // Eight shards a batch, and four where the parameters are many.
  test.each([
    ['c8k5-p2-x25-c6k3-p2-x10-d10', { clipNorm: 0.5, ema: 0.9 }],
    ['d40-x30-d20-d10', { optimizer: 'adamw', weightDecay: 0.1 }],
  ] as const)('%s, %o', async (notation, options) => {
    const settings = stepSettings(notation, { ...options, training: TRAINING, labelSmoothing: 0.1 });
    const ten = Uint32Array.from({ length: 10 }, (_, i) => 3 * i);
    for (const batchSize of [128, 33, 5]) {
      const outcomes = [];
      for (const workers of [1, 2, 3, 8]) {
        const step = await createWasmStep({ ...settings, workers });
        expect(step.workers).toBeGreaterThan(Math.min(workers, 4) - 1);
        runBatches(step, 10, batchSize);
        outcomes.push({
          weights: await step.weights(),
          results: await step.results(),
          logits: await step.logits(TRAINING, ten),
          one: await step.logits(TRAINING, ten.subarray(0, 1)),
        });
        step.dispose();
      }
      const [alone, ...others] = outcomes;
      expect(alone?.results).toHaveLength(10);
      for (const other of others) expect(other, `batches of ${batchSize}`).toEqual(alone);
    }
  });
});

test('goes on bit for bit from where another one stood, on another number of workers', async () => {
  const workers = [2, 3];
  const create = (settings: ReferenceSettings) =>
    createWasmStep({ ...settings, workers: workers.shift() as number });
  const { restored, state, found, wanted } = await interrupted({ ema: 0.9 }, create);
  expect(restored).toEqual(state);
  expect(found).toEqual(wanted);
});

describe('against the reference', () => {
  beforeAll(async () => {
    await startBackend('cpu');
    expect(tf.getBackend()).toBe('cpu');
  });

  const CASES: [name: string, notation: string, changes: Partial<ReferenceSettings>][] = [
    ...[...new Set(Object.values(PRESETS).map(({ network }) => formatNetwork(network)))].map(
      // Adam makes whole steps of gradients that are next to nothing, as those of few normalised values are.
      (notation): [string, string, object] => [
        'of a preset',
        notation,
        notation.includes('-n') ? { optimizer: 'momentum' } : {},
      ],
    ),
    ['wide, with dropout', 'c24k5-p2-c32k3-p2-x25-d128-x50-d10', { labelSmoothing: 0.1 }],
    ['same', 'c16k3same-p2-c32k3same-p2-d10', {}],
    ['stride', 'c16k5s2-c32k3s2-d64-d10', {}],
    ['mlp', 'd128-d256-d10', { activation: 'sigmoid' }],
    ['odd', 'c5k3-p2-c10k3-p2-d10', { activation: 'tanh', optimizer: 'momentum' }],
  ];

  test.each(CASES)('ends with its weights, results and readings: %s, %s', async (_, notation, changes) => {
    const settings = stepSettings(notation, changes);
    const observe = async (step: TrainStep) => {
      // Of one image a unit's deviation is 0, of two its value is always 1 or −1: nothing that rounding leaves alone.
      const images = notation.includes('-n') ? 16 : 5;
      runSteps(step, 4, { images, learningRate: 0.003 });
      const observed = {
        results: await step.results(),
        weights: await step.weights(),
        logits: await step.logits(settings.training, Uint32Array.of(4, 11, 0)),
        features: await step.features(settings.training, Uint32Array.of(4, 11, 0)),
        layers: await step.activations(
          Float32Array.from(settings.training.images.subarray(0, 784), (v) => v / 255),
        ),
      };
      step.dispose();
      return observed;
    };
    const wanted = await observe(createReferenceStep(settings));
    const found = await observe(await createWasmStep({ ...settings, workers: 3 }));
    found.weights.forEach((values, i) => {
      const difference = relativeDifference(values, wanted.weights[i] as Float32Array);
      expect(difference, `weight tensor ${i}`).toBeLessThan(1e-3);
    });
    expect(relativeDifference(found.logits, wanted.logits)).toBeLessThan(1e-3);
    expect(relativeDifference(found.features, wanted.features)).toBeLessThan(1e-3);
    expect(found.layers.map(({ shape }) => shape)).toEqual(wanted.layers.map(({ shape }) => shape));
    found.layers.forEach(({ values }, i) => {
      const difference = relativeDifference(values, wanted.layers[i]?.values as Float32Array);
      expect(difference, `layer ${i}`).toBeLessThan(1e-3);
    });
    found.results.forEach(({ loss, accuracy }, i) => {
      expect(loss).toBeCloseTo(wanted.results[i]?.loss as number, 3);
      expect(accuracy).toBeCloseTo(wanted.results[i]?.accuracy as number, 4);
    });
  });
});

describe('a worker', () => {
  const RealWorker = Worker;
  const settings = stepSettings('c4k5-p2-d10', { training: TRAINING });
  const terminate = vi.spyOn(Worker.prototype, 'terminate');
  const ended = () => new Set(terminate.mock.contexts).size;

  afterEach(() => {
    vi.unstubAllGlobals();
    terminate.mockClear();
  });
  afterAll(() => terminate.mockRestore());

  /** Workers run these programs instead of their own: the first the first, and so on. */
  function withPrograms(...programs: readonly string[]): void {
    const urls = programs.map((program) =>
      URL.createObjectURL(new Blob([program], { type: 'text/javascript' })),
    );
    vi.stubGlobal('Worker', function substitute(_: URL, options: WorkerOptions) {
      return new RealWorker(urls.shift() as string, options);
    });
  }

  const COMPUTE: ShardRequest['type'] = 'compute';
  /** Starts well, and does this with the first images that it gets. */
  const failing = (failure: string) => `onmessage = ({ data }) => {
    if (data.type === 'start') postMessage({ type: 'started' });
    if (data.type === '${COMPUTE}') ${failure};
  }`;

  // Two swap their gradients; of more, one adds them all.
  test.each([2, 3])(
    'that throws in a step makes that step of %i fail, and all that is asked later',
    async (workers) => {
      withPrograms(...Array<string>(workers - 1).fill(failing('throw new Error("a broken batch")')));
      const step = await createWasmStep({ ...settings, workers });
      runBatches(step, 3, 16);
      await expect(step.finished()).rejects.toThrow('a broken batch');
      await expect(step.results()).rejects.toThrow('a broken batch');
      runBatches(step, 1, 16);
      await expect(step.finished()).rejects.toThrow('a broken batch');
      await expect(step.logits(TRAINING, Uint32Array.of(0, 1, 2))).rejects.toThrow('a broken batch');
      step.dispose();
    },
  );

  test('that answers that it failed makes the step fail in its words', async () => {
    withPrograms(failing('postMessage({ type: "failed", error: "RangeError: no such shard" })'));
    const step = await createWasmStep({ ...settings, workers: 2 });
    runBatches(step, 1, 16);
    await expect(step.finished()).rejects.toThrow('no such shard');
    step.dispose();
  });

  // As the browser ends one for its memory, or as one hangs. Of two, one swaps with the other; of three, one adds all.
  test.each([2, 3])('of %i that says nothing any more makes the step fail', async (workers) => {
    const made: Worker[] = [];
    vi.stubGlobal('Worker', function kept(url: URL, options: WorkerOptions) {
      const worker = new RealWorker(url, options);
      made.push(worker);
      return worker;
    });
    const step = await createWasmStep({ ...settings, workers });
    runBatches(step, 2, 16);
    await step.finished();
    made[0]?.terminate();
    const began = performance.now();
    runBatches(step, 2, 16);
    await expect(step.finished()).rejects.toThrow('does not answer');
    expect(performance.now() - began).toBeLessThan(2000);
    await expect(step.snapshot()).rejects.toThrow('does not answer');
    step.dispose();
  });

  test('that says nothing when the images are read makes the reading fail', async () => {
    withPrograms(
      `onmessage = ({ data }) => { if (data.type === 'start') postMessage({ type: 'started' }); }`,
    );
    const step = await createWasmStep({ ...settings, workers: 2 });
    await expect(step.logits(TRAINING, Uint32Array.of(0, 1, 2))).rejects.toThrow('does not answer');
    step.dispose();
  });

  test('that can’t be loaded makes the start fail', async () => {
    withPrograms('throw new Error("not a worker")');
    await expect(createWasmStep({ ...settings, workers: 2 })).rejects.toThrow('not a worker');
    expect(ended()).toBe(1);
  });

  test('that has no memory makes the start fail, and the others end', async () => {
    const good = 'onmessage = () => postMessage({ type: "started" })';
    const poor = 'onmessage = () => postMessage({ type: "failed", error: "no memory", megabytes: 12 })';
    withPrograms(good, poor, good);
    await expect(createWasmStep({ ...settings, workers: 4 })).rejects.toMatchObject({ megabytes: 12 });
    expect(ended()).toBe(3);
  });

  test('ends when the weights don’t fit the network', async () => {
    const weights = settings.weights.slice(1);
    await expect(createWasmStep({ ...settings, weights, workers: 4 })).rejects.toThrow('weight tensor 0');
    expect(ended()).toBe(3);
  });

  test('ends when the step is disposed of, also in the middle of its work', async () => {
    const step = await createWasmStep({ ...settings, workers: 4 });
    runBatches(step, 50, 128);
    const waiting = expect(step.finished()).rejects.toThrow('closed');
    step.dispose();
    await waiting;
    expect(ended()).toBe(3);
  });
});
