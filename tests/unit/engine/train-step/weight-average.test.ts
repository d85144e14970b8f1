import { beforeAll, describe, expect, it } from 'vitest';
import { createReferenceStep, type ReferenceSettings } from '../../../../src/engine/train-step/reference';
import { averageKeeps } from '../../../../src/engine/train-step/update-factors';
import { createWasmStep } from '../../../../src/engine/train-step/wasm/wasm-step';
import { averagedAndPlain } from '../../../fixtures/averaged-step';
import { interrupted } from '../../../fixtures/exact-state';
import { runSteps, stepSettings } from '../../../fixtures/networks';
import { onQuickProcessor } from '../../../fixtures/quick-filter-gradient';

beforeAll(async () => {
  await onQuickProcessor();
});

describe.each([
  ['reference', createReferenceStep],
  ['fast', (settings: ReferenceSettings) => createWasmStep({ ...settings, workers: 1 })],
] as const)('the %s step', (_, create) => {
  it('is read by the average, and goes on from the weights as if there were none', async () => {
    const { plain, averaged, weights, apart } = await averagedAndPlain(create);
    const { average, ...trained } = averaged;
    expect(trained).toEqual(plain);
    expect(weights).toEqual(average);
    expect(weights).not.toEqual(plain.weights);
    expect(apart).toBeLessThan(1e-5);
  });

  it('begins an average anew with the weights that it is given', async () => {
    const settings = stepSettings('d10', { ema: 0.9 });
    const step = await create(settings);
    runSteps(step, 3);
    await step.finished();
    step.setWeights(settings.weights);
    expect(await step.weights()).toEqual(settings.weights);
    expect((await step.snapshot()).average).toEqual(settings.weights);
    step.dispose();
  });

  it('takes its average along, or begins one where there was none', async () => {
    const { state, restored, wanted, found } = await interrupted({ ema: 0.9 }, create);
    expect(state.average).not.toEqual(state.weights);
    expect(restored).toEqual(state);
    expect(found).toEqual(wanted);
    const without = await interrupted({}, create, (settings) => create({ ...settings, ema: 0.9 }));
    expect(without.restored).toEqual({ ...without.state, average: without.state.weights });
    const plainly = await interrupted({ ema: 0.9 }, create, (settings) => create({ ...settings, ema: 0 }));
    expect(plainly.restored.average).toBeUndefined();
    expect(plainly.restored.weights).toEqual(plainly.state.weights);
  });
});

describe('what an average keeps', () => {
  it('is little at first, and never more than was asked for', () => {
    expect([1, 8, 80, 800, 8000].map((steps) => averageKeeps(0.99, steps))).toEqual([
      2 / 11,
      0.5,
      0.9,
      801 / 810,
      0.99,
    ]);
  });

  it('leaves nothing to speak of of where a short run began', () => {
    let began = 1;
    for (let step = 1; step <= 100; step++) began *= averageKeeps(0.9999, step);
    expect(began).toBeLessThan(1e-9);
  });
});
