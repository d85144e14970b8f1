import { beforeAll, describe, expect, test } from 'vitest';
import { createReferenceStep } from '../../../src/engine/train-step/reference';
import type { TrainStep } from '../../../src/engine/train-step/train-step';
import { createWasmStep } from '../../../src/engine/train-step/wasm/wasm-step';
import { stepSettings } from '../../fixtures/networks';
import { normalisedTraining } from '../../fixtures/normalised-training';
import { onQuickProcessor } from '../../fixtures/quick-filter-gradient';
import { PRESET_STEPS, shownErrors } from '../../fixtures/shown-inside';

beforeAll(async () => {
  await onQuickProcessor();
});

const MORE: typeof PRESET_STEPS = [
  ['padding and strides', stepSettings('c3k4same-p3s2-c4k5s2same-a2s1-d10', { activation: 'tanh' })],
  ['normalisations', normalisedTraining('c3k5s2-n-c4k3-p2-n-g-d9-n-d10', 8).settings],
  [
    'additions around normalisations',
    normalisedTraining('s3k5s2-n-c3k3same-n-r-p2-c4k2-n-g-d9-n-d10', 8).settings,
  ],
  ['separable, residual', stepSettings('s4k4s2same-s4k3same-r-p2-d9-d9-r-d10', { activation: 'gelu' })],
  ['leaky, pooled image', stepSettings('p2-s3k3-c3k3same-r-r-d10', { activation: 'leaky-relu' })],
  ['dropout and sigmoid', stepSettings('c3k3s2-x20-d12-x50-d10', { activation: 'sigmoid' })],
];

describe.each([
  ['TensorFlow.js on the CPU', async (settings) => createReferenceStep(settings)],
  ['the fast step', (settings) => createWasmStep({ ...settings, workers: 1 })],
] as [string, (settings: (typeof PRESET_STEPS)[number][1]) => Promise<TrainStep>][])('%s', (_, create) => {
  test.each([...PRESET_STEPS, ...MORE])(
    'maps and arithmetic are those of double precision: %s',
    async (_, settings) => {
      const step = await create(settings);
      const errors = await shownErrors(step, settings);
      step.dispose();
      errors.forEach((error, layer) => {
        for (const [what, furthest] of Object.entries(error)) {
          expect(furthest, `layer ${layer}, ${what}`).toBeLessThanOrEqual(1e-5);
        }
      });
      expect(errors.length).toBeGreaterThan(2);
    },
  );
});
