import { beforeAll, describe, expect, it } from 'vitest';
import { createReferenceStep, type ReferenceSettings } from '../../../../src/engine/train-step/reference';
import { createWasmStep } from '../../../../src/engine/train-step/wasm/wasm-step';
import { CHOICES } from '../../../../src/model/settings';
import { apart, interrupted } from '../../../fixtures/exact-state';
import { runSteps, stepSettings } from '../../../fixtures/networks';
import { onQuickProcessor } from '../../../fixtures/quick-filter-gradient';

const createWasm = (settings: ReferenceSettings) => createWasmStep({ ...settings, workers: 1 });
const { options } = CHOICES.optimizer;

beforeAll(async () => {
  await onQuickProcessor();
});

describe.each([
  ['reference', createReferenceStep],
  ['fast', createWasm],
] as const)('the %s step', (_, create) => {
  it.each(options)('goes on bit for bit from where another one stood: %s', async (optimizer) => {
    const { state, restored, wanted, found } = await interrupted({ optimizer }, create);
    expect(restored).toEqual(state);
    expect(found).toEqual(wanted);
    expect(state.steps).toBe(3);
    expect(wanted.state).not.toEqual(state);
  });

  it('hands out copies, and takes them', async () => {
    const step = await create(stepSettings('d10'));
    runSteps(step, 2);
    const state = await step.snapshot();
    const kept = structuredClone(state);
    runSteps(step, 2);
    await step.finished();
    expect(state).toEqual(kept);
    step.restore(state);
    for (const tensor of [...state.weights, ...state.vectors.flat()]) tensor.fill(9);
    expect(await step.snapshot()).toEqual(kept);
    step.dispose();
  });

  it('refuses the state of another optimizer or another network, and stays as it is', async () => {
    const step = await create(stepSettings('d10', { optimizer: 'adam' }));
    runSteps(step, 1);
    const own = await step.snapshot();
    const [kernel, bias] = own.weights as [Float32Array, Float32Array];
    expect(() => step.restore({ ...own, optimizer: 'sgd' })).toThrow('not of adam');
    expect(() => step.restore({ ...own, weights: [kernel.slice(1), bias] })).toThrow('weight tensor 0');
    const vectors = own.vectors.map(([first]) => [first as Float32Array]);
    expect(() => step.restore({ ...own, vectors })).toThrow('weight tensor 1');
    expect(() => step.restore({ ...own, vectors: own.vectors.slice(1) })).toThrow('2 vectors');
    expect(await step.snapshot()).toEqual(own);
    step.dispose();
  });
});

it('is taken by a step of the other kind with the running averages of normalisations', async () => {
  const normalised = stepSettings('c4k5s2-n-p2-d9-n-d10', { ema: 0.9, weightDecay: 0.1, clipNorm: 0.5 });
  const onWasm = await interrupted(normalised, createWasm);
  expect(onWasm.found).toEqual(onWasm.wanted);
  for (const [first, other] of [
    [createReferenceStep, createWasm],
    [createWasm, createReferenceStep],
  ] as const) {
    const { restored, state, found, wanted } = await interrupted(normalised, first, other);
    expect(restored).toEqual(state);
    expect(apart(found.state, wanted.state)).toBeLessThan(1e-4);
  }
});

it.each(options)('is taken by a step of the other kind: %s', async (optimizer) => {
  const { restored, state, found, wanted } = await interrupted(
    { optimizer },
    createReferenceStep,
    createWasm,
  );
  expect(restored).toEqual(state);
  expect(apart(found.state, wanted.state)).toBeLessThan(1e-4);
});
