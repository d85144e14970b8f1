import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ActiveNetwork } from '../../src/engine/network/active-network';
import { initialWeights } from '../../src/model/initial-weights';
import { DEFAULT_SETTINGS } from '../../src/model/presets';
import type { Settings } from '../../src/model/settings';
import { planOf } from '../../src/model/shapes';
import { stepSettings } from '../fixtures/networks';
import { CARD } from '../fixtures/pretrained-card';

/** Kernels that a device was asked to compile. */
let compiled = 0;
const original = GPUDevice.prototype.createComputePipelineAsync;
beforeEach(() => {
  compiled = 0;
  GPUDevice.prototype.createComputePipelineAsync = function (descriptor) {
    compiled += 1;
    return original.call(this, descriptor);
  };
});
afterEach(() => {
  GPUDevice.prototype.createComputePipelineAsync = original;
});

const { network: small } = stepSettings('c2k3-p2-d10');
const settings = { ...DEFAULT_SETTINGS, network: [...small], backend: 'webgpu' } satisfies Settings;

test('a run on WebGPU finds its kernels compiled, though another network reads', async () => {
  const network = new ActiveNetwork(() => {}, { of: () => [], fastestFor: async () => undefined });
  const card = { ...CARD, settings };
  const weights = initialWeights(planOf(small), settings);
  await network.adopt({ settings, weights, trainedBatches: 1, pretrained: card }, settings);
  await vi.waitFor(() => expect(compiled).toBeGreaterThan(5), { timeout: 10_000 });

  const ahead = compiled;
  const built = await network.build(settings);
  expect(built?.computedBy.kind).toBe('webgpu');
  expect(compiled).toBe(ahead);

  // Other settings of the next run.
  const other = { ...settings, activation: 'tanh' } as const;
  network.compileAhead(other);
  await vi.waitFor(() => expect(compiled).toBeGreaterThan(ahead));
  const again = compiled;
  await network.build(other);
  expect(compiled).toBe(again);
  network.inUse?.runtime.dispose();
});

test('of settings that follow each other quickly only the first and the last are compiled', async () => {
  const network = new ActiveNetwork(() => {}, { of: () => [], fastestFor: async () => undefined });
  await network.build(settings);
  const before = compiled;
  await network.build({ ...settings, dropout: 0.6 });
  const ofARate = compiled - before;
  const last = { ...settings, dropout: 0.5 };
  for (const dropout of [0.1, 0.2, 0.3, 0.4, 0.5]) network.compileAhead({ ...settings, dropout });
  await network.build(last);
  expect(compiled - before).toBeLessThanOrEqual(3 * ofARate);
  network.inUse?.runtime.dispose();
});
