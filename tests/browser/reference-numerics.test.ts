import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backend/backend';
import { createReferenceStep, type ReferenceSettings } from '../../src/engine/train-step/reference';
import { randomNetwork, relativeDifference, runSteps, stepSettings } from '../fixtures/networks';

const GRADIENT_CASES: [name: string, settings: ReferenceSettings][] = [
  ['valid, max-pool 2', stepSettings('c4k5-p2-c6k3-p2-d12-d10')],
  ['same, stride 2, overlapping max-pool', stepSettings('c3k3s2same-p3s2-d10', { activation: 'tanh' })],
  ['same, average-pool, stride 2 valid', stepSettings('c4k3same-a2-c4k2s2-d10', { activation: 'sigmoid' })],
  ['dropout, smoothing', stepSettings('c2k7-p2s1-x25-d8-x50-d10', { labelSmoothing: 0.2 })],
  ['separable, residual', stepSettings('s3k5s2-s3k3same-r-p2-d10', { activation: 'leaky-relu' })],
  [
    'separable of stride 2, residual of units',
    stepSettings('c3k4s2-s4k3s2same-d7-d7-r-d10', { activation: 'gelu' }),
  ],
  ['dense only', stepSettings('d16-d10', { activation: 'tanh' })],
  ...[1, 2, 3].map((seed): [string, ReferenceSettings] => {
    const notation = randomNetwork(seed);
    return [notation, stepSettings(notation, { activation: 'tanh' })];
  }),
];

const RUN_CASES: [name: string, settings: ReferenceSettings][] = [
  ['sgd', stepSettings('c4k3-p2-d10', { optimizer: 'sgd' })],
  ['momentum', stepSettings('c4k3-p2-d10', { optimizer: 'momentum' })],
  [
    'AdamW, clipped and averaged',
    stepSettings('c4k3-p2-d10', { optimizer: 'adamw', weightDecay: 0.1, clipNorm: 0.5, ema: 0.9 }),
  ],
  ['RMSprop with L2', stepSettings('d10', { optimizer: 'rmsprop', weightDecay: 0.1 })],
  ['adam', stepSettings('c4k3-p2-c4k3same-p3s2-x20-d10', { optimizer: 'adam', labelSmoothing: 0.1 })],
];

/** What one step of plain gradient descent at rate 1 takes away from the weights. */
async function gradients(settings: ReferenceSettings): Promise<Float32Array[]> {
  const step = createReferenceStep({ ...settings, optimizer: 'sgd' });
  runSteps(step, 1, { learningRate: 1 });
  const after = await step.weights();
  step.dispose();
  return after.map((values, i) => values.map((value, k) => (settings.weights[i]?.[k] as number) - value));
}

async function weightsAfterSteps(settings: ReferenceSettings): Promise<Float32Array[]> {
  const step = createReferenceStep(settings);
  runSteps(step, 5);
  const weights = await step.weights();
  step.dispose();
  return weights;
}

/** The largest relative difference of any weight tensor. */
const worst = (found: readonly Float32Array[], wanted: readonly Float32Array[]) =>
  Math.max(...found.map((values, i) => relativeDifference(values, wanted[i] as Float32Array)));

const onCpu = { gradients: new Map<string, Float32Array[]>(), weights: new Map<string, Float32Array[]>() };

beforeAll(async () => {
  await startBackend('cpu');
  expect(tf.getBackend()).toBe('cpu');
  for (const [name, settings] of GRADIENT_CASES) onCpu.gradients.set(name, await gradients(settings));
  for (const [name, settings] of RUN_CASES) onCpu.weights.set(name, await weightsAfterSteps(settings));
});

describe.each(['wasm', 'webgl', 'webgpu'] as const)('%s', (backend) => {
  beforeAll(async () => {
    const { stepsDown } = await startBackend(backend);
    expect(stepsDown).toEqual([]);
    expect(tf.getBackend()).toBe(backend);
  });

  test.each(GRADIENT_CASES)('gives the gradients of the CPU: %s', async (name, settings) => {
    expect(worst(await gradients(settings), onCpu.gradients.get(name) ?? [])).toBeLessThan(1e-4);
  });

  test.each(RUN_CASES)('gives the weights of the CPU after five steps of %s', async (name, settings) => {
    expect(worst(await weightsAfterSteps(settings), onCpu.weights.get(name) ?? [])).toBeLessThan(1e-3);
  });
});
