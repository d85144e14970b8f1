import { beforeAll, describe, expect, test } from 'vitest';
import { createReferenceStep } from '../../../../../src/engine/train-step/reference';
import { createWasmStep } from '../../../../../src/engine/train-step/wasm/wasm-step';
import { normalisedTraining } from '../../../../fixtures/normalised-training';
import { onQuickProcessor } from '../../../../fixtures/quick-filter-gradient';
import type { RandomTraining } from '../../../../fixtures/random-training';
import { departures, gradientDepartures, gradientsOf, observe } from '../../../../fixtures/step-parity';

const TIMEOUT_MS = 300_000;

beforeAll(async () => {
  await onQuickProcessor();
});

const CASES: [notation: string, images: number, changes: Partial<RandomTraining['settings']>][] = [
  ['c4k5s2-n-d10', 8, {}],
  ['c5k5s2-p2-n-d10', 7, {}],
  ['c5k5s2-p2-n-c6k3same-n-g-d10', 8, { activation: 'tanh' }],
  ['c5k4s2-n-p2-c9k3same-p2-n-d9-n-d10', 24, { optimizer: 'momentum' }],
  ['c29k5s2-a2-n-x20-d10', 3, { activation: 'sigmoid', labelSmoothing: 0.1 }],
  // Its second normalisation has nothing to take over.
  ['c3k5s2-n-n-d10', 5, {}],
  // Additions around normalisations, where the images of a block meet between both ways.
  ['c5k5s2-s5k3same-n-r-p2-s4k3same-p2-n-d10', 8, { activation: 'gelu' }],
  ['c5k5s2-c5k3same-n-r-c5k3same-n-r-a2-d9-d9-n-r-d10', 24, { activation: 'leaky-relu' }],
  ['p2-s3k4s2-c3k3same-r-n-d7-d10', 7, { activation: 'tanh', optimizer: 'momentum' }],
  ['c5k5s2-p2-n-c6k3same-n-g-d10', 8, { optimizer: 'adamw', weightDecay: 0.5, clipNorm: 0.5, ema: 0.9 }],
  ['c5k5s2-p2-n-c6k3same-n-g-d10', 8, { optimizer: 'nesterov', weightDecay: 0.5, clipNorm: 1, ema: 0.3 }],
  ['c5k5s2-s5k3same-n-r-p2-s4k3same-p2-n-d10', 8, { optimizer: 'adamw', weightDecay: 0.5, ema: 0.9 }],
  // More than one ghost batch a shard, of different sizes.
  ['c1k7s2-p3-n-d10', 133, { optimizer: 'sgd' }],
];

describe('keeps the contract of the reference', () => {
  test.each(CASES)('%s, batches of %i', { timeout: TIMEOUT_MS }, async (notation, images, changes) => {
    const training = normalisedTraining(notation, images, changes);
    const create = (settings: RandomTraining['settings']) => createWasmStep({ ...settings, workers: 1 });
    const wanted = await gradientsOf(training, createReferenceStep);
    expect(gradientDepartures(await gradientsOf(training, create), wanted)).toEqual([]);
    const observed = await observe(training, create);
    expect(departures(observed, await observe(training, createReferenceStep))).toEqual([]);
  });
});
