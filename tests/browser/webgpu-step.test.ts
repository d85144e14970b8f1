import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backend/backend';
import { type OpenGpu, openGpu } from '../../src/engine/backend/gpu-device';
import { createReferenceStep, type ReferenceSettings } from '../../src/engine/train-step/reference';
import type { TrainStep } from '../../src/engine/train-step/train-step';
import { createWebGpuStep } from '../../src/engine/train-step/webgpu/webgpu-step';
import { countGpuCalls } from '../fixtures/count-gpu-calls';
import { randomImages, relativeDifference, runSteps, stepSettings } from '../fixtures/networks';
import { missingPairs, randomTraining } from '../fixtures/random-training';
import { departures, observe } from '../fixtures/step-parity';

/** Random networks whose shaders are soon compiled; `npm run bench:gpu -- --parity 200` takes the first two hundred. */
const SEEDS = [2, 3, 5, 7, 8, 12, 14, 15, 17, 19, 22, 27, 33, 36, 40, 41, 43, 45, 46, 48];
const DEFAULT = 'c24k5-p2-c32k3-p2-d128-d10';
const BENCH = 'c8k5-p2-c16k5-p2-d10';

let gpu: OpenGpu;
/** What the device complained of: nothing, at the end. */
const errors: string[] = [];
beforeAll(async () => {
  gpu = await openGpu();
  gpu.device.addEventListener('uncapturederror', ({ error }) => errors.push(error.message));
  await startBackend('cpu');
});
afterAll(() => {
  gpu.close();
  expect(errors).toEqual([]);
});

const stepOn = (
  settings: ReferenceSettings,
  batchSize: number,
  software = gpu.software,
): Promise<TrainStep> => createWebGpuStep({ ...settings, batchSize, device: gpu.device, software });

describe('keeps the contract of the reference', () => {
  const cases = SEEDS.map((seed) => [seed, randomTraining(seed).text] as const);
  test('every optimizer is among them with each of its options', () => {
    expect(missingPairs(SEEDS)).toEqual([]);
  });

  // Every other one as it is written for a GPU that is none of a processor's making.
  test.each(cases)('seed %i: %s', async (seed) => {
    const training = randomTraining(seed);
    const wanted = await observe(training, createReferenceStep);
    const found = await observe(training, (settings) => stepOn(settings, 8, seed % 2 === 0));
    expect(departures(found, wanted)).toEqual([]);
  });

  const CASES: [name: string, notation: string, software: boolean, changes: Partial<ReferenceSettings>][] = [
    ['wide, with dropout', 'c24k5-p2-c32k3-p2-x25-d128-x50-d10', false, { labelSmoothing: 0.1 }],
    ['mlp', 'd128-d256-d10', true, { activation: 'sigmoid' }],
    ['leaky', 'c5k5s2-p2-c6k3same-a2-d9-d10', false, { activation: 'leaky-relu' }],
    ['pooled image', 'x10-p2-a2s1-c5k3s2-d10', true, { activation: 'tanh' }],
    ['odd', 'c5k3-p2-c10k3-p2-d10', true, { activation: 'tanh', optimizer: 'momentum' }],
    ['letters', 'c4k5s2-p2-d26', true, { training: randomImages(20, 1, 26), labelSmoothing: 0.1 }],
    ['letters and digits', 'd16-d62', false, { training: randomImages(20, 1, 62) }],
  ];
  test.each(CASES)('%s: %s', async (_, notation, software, changes) => {
    const settings = stepSettings(notation, changes);
    const reference = createReferenceStep(settings);
    const own = await stepOn(settings, 16, software);
    for (const step of [reference, own]) runSteps(step, 4, { images: 5, learningRate: 0.003 });
    const [wanted, found] = [await reference.weights(), await own.weights()];
    reference.dispose();
    own.dispose();
    found.forEach((values, i) => {
      const difference = relativeDifference(values, wanted[i] as Float32Array);
      expect(difference, `weight tensor ${i}`).toBeLessThan(1e-3);
    });
  });
});

describe('what a step asks of the device', () => {
  test.each([DEFAULT, BENCH])('%s: at most 16 dispatches, a submit and 2 kB', async (notation) => {
    const step = await stepOn(stepSettings(notation, { training: randomImages(128) }), 128);
    const batch = Uint32Array.from({ length: 128 }, (_, i) => i);
    const run = (i: number) => step.run(batch, { step: i, learningRate: 0.001 });
    // What is made once for all steps.
    for (let i = 0; i < 2; i++) run(i);
    await step.finished();
    const steps = 2;
    const counts = await countGpuCalls(async () => {
      for (let i = 0; i < steps; i++) {
        run(i);
        await step.readyForMore();
      }
      await step.finished();
    });
    step.dispose();
    expect(counts.dispatches / steps).toBeLessThanOrEqual(16);
    expect(counts.submits / steps).toBeLessThanOrEqual(1);
    expect(counts.uploadedBytes / steps).toBeLessThanOrEqual(2000);
    expect(counts.buffers).toBe(0);
  });

  test('two submissions are under way at most, so that a stop is near', async () => {
    const step = await stepOn(stepSettings('c8k5-p2-d10', { training: randomImages(128) }), 128);
    const batch = Uint32Array.from({ length: 128 }, (_, i) => i);
    const { mapAsync } = GPUBuffer.prototype;
    let underWay = 0;
    const seen: number[] = [];
    // A submission is done when what it gives can be read.
    GPUBuffer.prototype.mapAsync = function map(...args) {
      underWay += 1;
      return mapAsync.apply(this, args).finally(() => {
        underWay -= 1;
      });
    };
    try {
      for (let i = 0; i < 6; i++) {
        step.run(batch, { step: i, learningRate: 0.001 });
        seen.push(underWay);
        await step.readyForMore();
      }
      await step.finished();
    } finally {
      GPUBuffer.prototype.mapAsync = mapAsync;
      step.dispose();
    }
    expect(Math.max(...seen)).toBeLessThanOrEqual(2);
    expect(underWay).toBe(0);
  });

  test('10,000 steps leave its memory where it was', async () => {
    const step = await stepOn(stepSettings('d10'), 1);
    const batch = Uint32Array.of(3);
    const run = async (from: number, to: number) => {
      for (let i = from; i < to; i++) {
        step.run(batch, { step: i, learningRate: 1e-4 });
        await step.readyForMore();
        if (i % 500 === 0) await step.results();
      }
      await step.results();
    };
    await run(0, 1000);
    const before = step.bytes;
    await run(1000, 10_000);
    expect(step.bytes).toBe(before);
    step.dispose();
  });
});

test('gives the same bits for the same seed, with and without barriers', async () => {
  for (const software of [true, false]) {
    const outcomes = [];
    for (let turn = 0; turn < 2; turn++) {
      const step = await stepOn(stepSettings('c8k5-p2-x25-c6k3-p2-d20-x10-d10'), 16, software);
      runSteps(step, 10, { images: 5 });
      outcomes.push({ weights: await step.weights(), results: await step.results() });
      step.dispose();
    }
    expect(outcomes[1]).toEqual(outcomes[0]);
  }
});

test('gives one result a step, once, oldest first, for batches of any size', async () => {
  const settings = stepSettings('c4k5-p2-d10');
  const one = createReferenceStep(settings);
  const step = await stepOn(settings, 16);
  const sizes = [16, 3, 1, 7];
  for (const each of [one, step]) {
    sizes.forEach((size, i) => {
      const batch = Uint32Array.from({ length: size }, (_, k) => (3 * k + i) % 16);
      each.run(batch, { step: i, learningRate: 0.01 });
    });
  }
  const [wanted, found] = [await one.results(), await step.results()];
  expect(await step.results()).toEqual([]);
  found.forEach(({ loss, accuracy }, i) => {
    expect(loss).toBeCloseTo(wanted[i]?.loss as number, 4);
    expect(accuracy).toBeCloseTo(wanted[i]?.accuracy as number, 4);
  });
  expect(() => step.run(new Uint32Array(1000), { step: 0, learningRate: 1 })).toThrow('more than');
  step.dispose();
  one.dispose();
});

test('says that weights are finite until one is not', async () => {
  const settings = stepSettings('c4k5-p2-d10');
  const step = await stepOn(settings, 4);
  expect(await step.weightsAreFinite()).toBe(true);
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    const weights = settings.weights.map((tensor) => tensor.slice());
    (weights[2] as Float32Array)[7] = value;
    step.setWeights(weights);
    expect(await step.weightsAreFinite(), String(value)).toBe(false);
  }
  step.setWeights(settings.weights);
  expect(await step.weightsAreFinite()).toBe(true);
  step.dispose();
});

test('trains on other images once they are set, and forgets the optimizer’s state with new weights', async () => {
  const settings = stepSettings('c4k5-p2-d10');
  const step = await stepOn(settings, 16);
  runSteps(step, 3);
  const first = await step.weights();
  step.setImages(new Uint8Array(settings.training.images.length));
  step.setWeights(settings.weights);
  runSteps(step, 3);
  const blank = await step.weights();
  step.setImages(settings.training.images);
  step.setWeights(settings.weights);
  runSteps(step, 3);
  expect(await step.weights()).toEqual(first);
  expect(blank).not.toEqual(first);
  step.dispose();
});

test('fails once its device is gone, and leaves nothing waiting', async () => {
  const own = await openGpu();
  const step = await createWebGpuStep({
    ...stepSettings('c4k5-p2-d10'),
    batchSize: 16,
    device: own.device,
    software: own.software,
  });
  runSteps(step, 2);
  own.device.destroy();
  await expect(step.weights()).rejects.toThrow();
  step.dispose();
});

test('asks nothing more of its device once it was disposed of, also in the middle of something', async () => {
  const own = await openGpu();
  const complaints: string[] = [];
  own.device.addEventListener('uncapturederror', ({ error }) => complaints.push(error.message));
  const settings = stepSettings('c4k5-p2-d10');
  const step = await createWebGpuStep({ ...settings, batchSize: 16, ...own });
  const timed = step.kernelTimes?.();
  step.dispose();
  await expect(timed).rejects.toThrow();
  expect(() => step.run(Uint32Array.of(1), { step: 0, learningRate: 1 })).toThrow('disposed');
  await expect(step.logits(settings.training, Uint32Array.of(1))).rejects.toThrow('disposed');
  await own.device.queue.onSubmittedWorkDone();
  expect(complaints).toEqual([]);
  own.close();
});
