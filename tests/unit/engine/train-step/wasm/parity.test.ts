import { beforeAll, expect, test } from 'vitest';
import { createReferenceStep } from '../../../../../src/engine/train-step/reference';
import { createWasmStep } from '../../../../../src/engine/train-step/wasm/wasm-step';
import { onQuickProcessor } from '../../../../fixtures/quick-filter-gradient';
import { missingPairs, type RandomTraining, randomTraining } from '../../../../fixtures/random-training';
import { departures, gradientDepartures, gradientsOf, observe } from '../../../../fixtures/step-parity';

const NETWORKS = Number(process.env.PARITY_NETWORKS ?? 30);
/** Seconds on an idle machine; a busy one is no reason to fail. */
const TIMEOUT_MS = 300_000;

const drawn = (from: 'usual' | 'all', count: number) =>
  Array.from({ length: count }, (_, i): [seed: number, text: string, RandomTraining] => {
    const training = randomTraining(i + 1, from);
    return [i + 1, training.text, training];
  });
/** Full vectors and others, more than fit into the registers, and as many as there can be. */
const ofClasses = [11, 16, 26, 47, 62].map((classes, i): [number, string, RandomTraining] => {
  const training = randomTraining(101 + i, 'all', classes);
  return [101 + i, training.text, training];
});
const cases = [...drawn('usual', NETWORKS), ...drawn('all', Math.ceil(NETWORKS / 2)), ...ofClasses];

beforeAll(async () => {
  await onQuickProcessor();
});

test.skipIf(NETWORKS < 18)('every optimizer is among them with each of its options', () => {
  expect(missingPairs(cases.map(([seed]) => seed))).toEqual([]);
});

test.each(cases)('seed %i: %s', { timeout: TIMEOUT_MS }, async (_seed, _text, training) => {
  const create = (settings: RandomTraining['settings']) => createWasmStep({ ...settings, workers: 1 });
  const wanted = await gradientsOf(training, createReferenceStep);
  expect(gradientDepartures(await gradientsOf(training, create), wanted)).toEqual([]);
  const observed = await observe(training, create);
  expect(departures(observed, await observe(training, createReferenceStep))).toEqual([]);
});
