import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { createReferenceStep } from '../../../../../src/engine/train-step/reference';
import type { TrainStep } from '../../../../../src/engine/train-step/train-step';
import { createWasmStep } from '../../../../../src/engine/train-step/wasm/wasm-step';
import { relativeDifference } from '../../../../fixtures/networks';
import { type RandomTraining, randomTraining } from '../../../../fixtures/random-training';

const NETWORKS = Number(process.env.PARITY_NETWORKS ?? 30);
const STEPS = 20;
/** So large that the weights before the step don't count beside its gradient. A power of two: exact. */
const GRADIENT_RATE = 2 ** 20;
/** Seconds on an idle machine; a busy one is no reason to fail. */
const TIMEOUT_MS = 300_000;
const LIMITS = { values: 1e-4, gradient: 1e-4, weights: 1e-3, results: 1e-4 } as const;

const cases = Array.from({ length: NETWORKS }, (_, i): [seed: number, text: string, RandomTraining] => {
  const training = randomTraining(i + 1);
  return [i + 1, training.text, training];
});

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test.each(cases)('seed %i: %s', { timeout: TIMEOUT_MS }, async (_seed, _text, training) => {
  const [found, wanted] = [await observe(training, 'fast'), await observe(training, 'reference')];
  expect(beyond(LIMITS.values, found.values, wanted.values)).toEqual([]);
  expect(beyond(LIMITS.gradient, found.gradients, wanted.gradients)).toEqual([]);
  expect(beyond(LIMITS.weights, found.weights, wanted.weights)).toEqual([]);
  expect(found.results).toHaveLength(STEPS);
  found.results.forEach(({ loss, accuracy }, i) => {
    expect(Math.abs(loss - (wanted.results[i]?.loss ?? 0)), `loss of step ${i}`).toBeLessThan(LIMITS.results);
    expect(accuracy, `accuracy of step ${i}`).toBeCloseTo(wanted.results[i]?.accuracy ?? 0, 4);
  });
});

/** What is compared of the two steps. */
async function observe(training: RandomTraining, kind: 'fast' | 'reference') {
  const { settings, batch, learningRate } = training;
  const create = (changes: Partial<RandomTraining['settings']> = {}): Promise<TrainStep> | TrainStep => {
    const all = { ...settings, ...changes };
    return kind === 'fast' ? createWasmStep({ ...all, workers: 1 }) : createReferenceStep(all);
  };
  const descent = await create({ optimizer: 'sgd' });
  descent.run(batch(0), { step: 0, learningRate: GRADIENT_RATE });
  const after = await descent.weights();
  descent.dispose();
  const step = await create();
  const image = Float32Array.from(settings.training.images.subarray(0, 784), (value) => value / 255);
  const layers = await step.activations(image);
  const logits = await step.logits(settings.training, Uint32Array.of(5, 0, 3, 23, 11));
  // More than the kernels work on together.
  const features = await step.features(
    settings.training,
    new Uint32Array(40).map((_, i) => (5 * i) % 24),
  );
  for (let i = 0; i < STEPS; i++) step.run(batch(i), { step: i, learningRate });
  const observed = {
    values: [...layers.map(({ values }) => values), logits, features],
    gradients: after.map((values, i) =>
      values.map((value, k) => gradientOf(settings.weights[i]?.[k] ?? 0, value)),
    ),
    weights: await step.weights(),
    results: await step.results(),
  };
  step.dispose();
  return observed;
}

const gradientOf = (before: number, after: number) => (before - after) / GRADIENT_RATE;

/** Which of the vectors differ by more than `limit`, and by how much. */
function beyond(limit: number, found: readonly Float32Array[], wanted: readonly Float32Array[]): string[] {
  expect(found.map(({ length }) => length)).toEqual(wanted.map(({ length }) => length));
  return wanted.flatMap((values, i) => {
    const difference = relativeDifference(found[i] as Float32Array, values);
    return difference <= limit ? [] : [`vector ${i}: ${difference}`];
  });
}
