import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backend/backend';
import { type OpenGpu, openGpu } from '../../src/engine/backend/gpu-device';
import { createReferenceStep, type ReferenceSettings } from '../../src/engine/train-step/reference';
import { createWebGpuStep } from '../../src/engine/train-step/webgpu/webgpu-step';
import { averagedAndPlain } from '../fixtures/averaged-step';
import { apart, interrupted } from '../fixtures/exact-state';

let gpu: OpenGpu;
beforeAll(async () => {
  gpu = await openGpu();
  await startBackend('cpu');
});
afterAll(() => gpu.close());

const create = (settings: ReferenceSettings) => createWebGpuStep({ ...settings, ...gpu, batchSize: 16 });

test.each(['sgd', 'adam'] as const)(
  'goes on bit for bit from where another one stood: %s',
  async (optimizer) => {
    const { restored, state, found, wanted } = await interrupted({ optimizer }, create);
    expect(restored).toEqual(state);
    expect(found).toEqual(wanted);
    const onReference = await interrupted({ optimizer }, create, createReferenceStep);
    expect(onReference.restored).toEqual(state);
    expect(apart(onReference.found.state, wanted.state)).toBeLessThan(1e-4);
  },
);

test('is read by the average of the weights, where there is one, and trained as if there were none', async () => {
  const { plain, averaged, weights, apart } = await averagedAndPlain(create);
  const { average, ...trained } = averaged;
  expect(trained).toEqual(plain);
  expect(weights).toEqual(average);
  expect(weights).not.toEqual(plain.weights);
  expect(apart).toBe(0);
  const { restored, state, found, wanted } = await interrupted({ ema: 0.9, clipNorm: 0.5 }, create);
  expect(restored).toEqual(state);
  expect(found).toEqual(wanted);
});
