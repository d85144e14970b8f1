import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backend/backend';
import { createReferenceStep } from '../../src/engine/train-step/reference';
import type { TrainStep } from '../../src/engine/train-step/train-step';
import { createWasmStep } from '../../src/engine/train-step/wasm/wasm-step';
import { PRESET_STEPS, shownErrors } from '../fixtures/shown-inside';

/** How far maps and arithmetic may be from double precision, over max(1, the layer's largest value). */
async function expectWithin(tolerance: number, step: TrainStep, settings: (typeof PRESET_STEPS)[number][1]) {
  const errors = await shownErrors(step, settings);
  step.dispose();
  expect(errors.length).toBeGreaterThan(2);
  errors.forEach((error, layer) => {
    for (const [what, furthest] of Object.entries(error)) {
      expect(furthest, `layer ${layer}, ${what}`).toBeLessThanOrEqual(tolerance);
    }
  });
}

describe.each([
  ['cpu', 1e-5],
  ['wasm', 1e-5],
  ['webgl', 1e-4],
  ['webgpu', 1e-4],
] as const)('TensorFlow.js on %s', (backend, tolerance) => {
  beforeAll(async () => {
    await startBackend(backend);
    expect(tf.getBackend()).toBe(backend);
  });

  test.each(PRESET_STEPS)('maps and arithmetic are those of double precision: %s', async (_, settings) => {
    await expectWithin(tolerance, createReferenceStep(settings), settings);
  });
});

describe('the fast step, whose sums the browser rounds in its own way', () => {
  test.each(PRESET_STEPS)('maps and arithmetic are those of double precision: %s', async (_, settings) => {
    await expectWithin(1e-5, await createWasmStep({ ...settings, workers: 2 }), settings);
  });
});
