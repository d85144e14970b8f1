import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { chooseStep, workersFor } from '../../../../src/engine/train-step/choose-step';
import { initialWeights } from '../../../../src/model/initial-weights';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import { type Backend, NUMBERS, type Settings } from '../../../../src/model/settings';
import { planOf } from '../../../../src/model/shapes';
import { network, randomImages } from '../../../fixtures/networks';

const CORES = 4;

/** What is chosen for the settings, without the step itself. */
async function chosenFor(changes: Partial<Settings>, backend: Backend = 'wasm', givenUp?: string) {
  const settings: Settings = { ...DEFAULT_SETTINGS, workers: '1', network: [...network('d10')], ...changes };
  const weights = initialWeights(planOf(settings.network), settings);
  const parts = { weights, training: randomImages(4), cores: CORES, givenUp, startTfjs: async () => {} };
  const { step, ...rest } = await chooseStep(settings, backend, parts);
  const logits = await step.logits(randomImages(4), Uint32Array.of(1));
  step.dispose();
  expect(logits).toHaveLength(10);
  return rest;
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});
afterEach(() => vi.restoreAllMocks());

describe('the step that is chosen', () => {
  it('is the fast one where nothing is against it', async () => {
    expect(await chosenFor({})).toEqual({ kind: 'wasm', workers: 1 });
    expect(await chosenFor({ trainStep: 'fast', network: [...network('c3k3-p2-x10-d7-d10')] })).toEqual({
      kind: 'wasm',
      workers: 1,
    });
  });

  it('is the reference where that was chosen', async () => {
    expect(await chosenFor({ trainStep: 'reference' })).toEqual({
      kind: 'reference',
      reason: { code: 'chosen' },
    });
  });

  it.each(['webgl', 'cpu'] as const)('is the reference on %s', async (backend) => {
    expect(await chosenFor({}, backend)).toEqual({ kind: 'reference', reason: { code: 'backend' } });
    expect(await chosenFor({ trainStep: 'fast' }, backend)).toEqual({
      kind: 'reference',
      reason: { code: 'backend' },
    });
  });

  it('is the reference for an activation that the kernels there can’t do, which is named', async () => {
    expect(await chosenFor({ activation: 'gelu' }, 'webgpu')).toEqual({
      kind: 'reference',
      reason: { code: 'activation', activation: 'gelu' },
    });
    expect(await chosenFor({ activation: 'gelu' })).toEqual({ kind: 'wasm', workers: 1 });
  });

  it('is the reference for a layer that the kernels there can’t do, which is named', async () => {
    expect(await chosenFor({ network: [...network('x10-c4k5s2-s4k3same-d10')] }, 'webgpu')).toEqual({
      kind: 'reference',
      reason: { code: 'layer', layer: 2, type: 'separable-conv' },
    });
    expect(await chosenFor({ network: [...network('x10-n-d10')] })).toEqual({
      kind: 'reference',
      reason: { code: 'layer', layer: 1, type: 'batch-norm' },
    });
    expect(await chosenFor({ network: [...network('d7-d7-r-d10')] }, 'webgpu')).toEqual({
      kind: 'reference',
      reason: { code: 'layer', layer: 2, type: 'residual' },
    });
    expect(await chosenFor({ network: [...network('p4-s4k3same-d4-d4-r-d10')] })).toEqual({
      kind: 'wasm',
      workers: 1,
    });
  });

  it('is the reference in a browser without vectors', async () => {
    vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
    expect(await chosenFor({})).toEqual({ kind: 'reference', reason: { code: 'no-simd' } });
  });

  it('is the reference where there is no memory for the fast one, with how much that would need', async () => {
    vi.spyOn(WebAssembly, 'Memory').mockImplementation(function noMemory() {
      throw new RangeError('could not allocate memory');
    });
    const small = await chosenFor({});
    const large = await chosenFor({ network: [...network('c16k3-d300-d10')] });
    expect(small).toMatchObject({ kind: 'reference', reason: { code: 'memory', megabytes: 1 } });
    // 3.2 million weights are 13 MB; Adam's two vectors and the sums of gradients are as long each.
    expect(
      large.kind === 'reference' && large.reason.code === 'memory' && large.reason.megabytes,
    ).toBeGreaterThan(60);
  });

  it('is the reference where the fast one fails, with the error’s own words', async () => {
    vi.spyOn(WebAssembly, 'compile').mockRejectedValue(new Error('wasm code generation disallowed'));
    const { kind, ...rest } = await chosenFor({});
    expect(kind).toBe('reference');
    expect(rest).toMatchObject({ reason: { code: 'failed' } });
    expect(JSON.stringify(rest)).toContain('wasm code generation disallowed');
  });

  it('is the reference once the fast one was given up, with the reason', async () => {
    expect(await chosenFor({}, 'wasm', 'a broken batch')).toEqual({
      kind: 'reference',
      reason: { code: 'failed', detail: 'a broken batch' },
    });
  });

  it('has the dropout of the settings in it', async () => {
    const layers = [...network('d10')];
    const settings: Settings = { ...DEFAULT_SETTINGS, workers: '1', dropout: 0.5, network: layers };
    const weights = [new Float32Array(7840), new Float32Array(10)];
    const training = { images: new Uint8Array(784).fill(255), labels: new Uint8Array(1) };
    const { step } = await chooseStep(settings, 'wasm', {
      weights,
      training,
      cores: CORES,
      startTfjs: async () => {},
    });
    step.run(Uint32Array.of(0), { step: 0, learningRate: 1 });
    const [kernel] = await step.weights();
    step.dispose();
    const moved = kernel?.filter((value) => value !== 0).length ?? 0;
    expect(moved).toBeGreaterThan(7840 * 0.4);
    expect(moved).toBeLessThan(7840 * 0.6);
  });
});

describe('the number of workers', () => {
  const auto = (notation: string, batchSize: number, cores: number) =>
    workersFor({ workers: 'auto', network: [...network(notation)], batchSize }, cores);
  const PRESET = 'c24k5-p2-c32k3-p2-d128-d10';

  it('is what was asked for, on any machine', () => {
    expect(workersFor({ workers: '7', network: [...network('d10')], batchSize: 1 }, 1)).toBe(7);
  });

  it('is that of the cores where there is work for all', () => {
    expect(auto(PRESET, 128, 1)).toBe(1);
    expect(auto(PRESET, 128, 2)).toBe(2);
    expect(auto(PRESET, 128, 3)).toBe(3);
  });

  it('is no more than it takes for as few shards each: of eight, five to seven workers have two like four', () => {
    for (const cores of [4, 5, 6, 7]) expect(auto(PRESET, 128, cores)).toBe(4);
  });

  it('is eight at most', () => {
    expect(auto(PRESET, NUMBERS.batchSize.max, 64)).toBe(8);
  });

  it('is one where a step is too small to be shared', () => {
    expect(auto('d10', 32, 8)).toBe(1);
    expect(auto(PRESET, 1, 8)).toBe(1);
  });

  it('grows with the batch', () => {
    const workers = [1, 8, 16, 32, 64, 128].map((batchSize) => auto('c8k5-p2-c16k5-p2-d10', batchSize, 8));
    expect(workers).toEqual(workers.toSorted((a, b) => a - b));
    expect(new Set(workers).size).toBeGreaterThan(2);
  });
});
