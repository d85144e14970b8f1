import { afterAll, beforeAll, expect, test } from 'vitest';
import { splitTraining } from '../../src/data/split';
import { startBackend } from '../../src/engine/backend/backend';
import { type OpenGpu, openGpu } from '../../src/engine/backend/gpu-device';
import { makeImages } from '../../src/engine/data/make-images';
import { FineTuner } from '../../src/engine/fine-tune/fine-tuner';
import { ValidationCache } from '../../src/engine/inspect/validation-cache';
import { cloneStep, type StepKind } from '../../src/engine/train-step/choose-step';
import { initialWeights } from '../../src/model/initial-weights';
import { DEFAULT_SETTINGS } from '../../src/model/presets';
import type { Backend, Settings } from '../../src/model/settings';
import { planOf } from '../../src/model/shapes';
import type { EngineEvent } from '../../src/protocol/engine-api';
import { network, randomImages, relativeDifference } from '../fixtures/networks';
import { networkOf } from '../unit/engine/network/network-of';

// As little as can be: fine-tuning takes 192 steps, each of them slow on a GPU in software.
const SETTINGS: Settings = { ...DEFAULT_SETTINGS, network: [...network('c2k5s2-d10')], workers: '1' };
const training = randomImages(40);
const DATA = {
  dataset: { train: training, test: randomImages(10, 2), official: false, origin: 'a test' },
  split: splitTraining(40),
};
const OWN = { learnt: randomImages(10, 3), heldOut: randomImages(10, 4) };
const BEFORE = initialWeights(planOf(SETTINGS.network), SETTINGS);

let gpu: OpenGpu;
beforeAll(async () => {
  gpu = await openGpu();
});
afterAll(() => gpu.close());

/** Fine-tunes the same network by the same images, takes it back, and tells what came of both. */
async function fineTuned(kind: StepKind['kind'], backend: Backend) {
  await startBackend(backend);
  const stepOf = (settings: Settings, weights: readonly Float32Array[], images: typeof training) =>
    cloneStep(kind, settings, { weights, training: images, cores: 1, gpu });
  const events: EngineEvent[] = [];
  const tuner = new FineTuner({
    emit: (event) => events.push(event),
    maker: {
      draw: async (work) => makeImages({ type: 'draw', ...work }),
      augment: async (work) => makeImages({ type: 'augment', ...work }),
    },
    cloneStep: (weights, images, changes) => stepOf({ ...SETTINGS, ...changes }, weights, images),
    isInUse: () => true,
    validations: new ValidationCache(),
    yieldToEventLoop: async () => {},
    now: () => 0,
  });
  const inUse = networkOf(await stepOf(SETTINGS, BEFORE, training), SETTINGS);
  await tuner.run(OWN, DATA, inUse);
  const after = await inUse.runtime.weights();
  tuner.takeBack(inUse);
  const back = await inUse.runtime.weights();
  inUse.runtime.dispose();
  const said = events.flatMap((event) => (event.type === 'fine-tuned' ? [event.tuned] : []));
  const faults = events.filter(({ type }) => type === 'fault');
  return { after, back, said, faults, batches: inUse.trainedBatches };
}

let wanted: Awaited<ReturnType<typeof fineTuned>>;
beforeAll(async () => {
  wanted = await fineTuned('wasm', 'cpu');
  expect(wanted.said.map(({ decision }) => decision)).toEqual(['open', 'taken-back']);
});

test.each([
  ['reference', 'webgl'],
  ['webgpu', 'webgpu'],
] as const)('comes by the %s on %s to what it comes to on the processor, and back', async (kind, backend) => {
  const found = await fineTuned(kind, backend);
  expect(found.faults).toEqual([]);
  for (const [i, values] of wanted.after.entries()) {
    // It has learnt something, and the same.
    expect(relativeDifference(BEFORE[i] as Float32Array, values), `weight tensor ${i}`).toBeGreaterThan(0.01);
    expect(relativeDifference(found.after[i] as Float32Array, values), `weight tensor ${i}`).toBeLessThan(
      1e-3,
    );
  }
  expect(found.said).toEqual(wanted.said);
  expect(found.back).toEqual(BEFORE);
});
