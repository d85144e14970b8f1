import { describe, expect, it } from 'vitest';
import { PretrainedRuntime } from '../../../../src/engine/train-step/pretrained-runtime';
import { createWasmStep } from '../../../../src/engine/train-step/wasm/wasm-step';
import { settingsFromAddress } from '../../../../src/model/address';
import type { LayerOutput } from '../../../../src/protocol/inspect';
import { stepSettings } from '../../../fixtures/networks';

const NOTATION = 'c4k5-p2-d10';

describe('a runtime of weights that came trained', () => {
  it('looks as the kernels do, before they are made and after', async () => {
    const { settings, given, image } = setUp();
    const kernels = await createWasmStep({ ...given, workers: 1 });
    const wanted = await kernels.activations(image);
    kernels.dispose();
    const runtime = new PretrainedRuntime(settings, given.weights);
    expectSame(await runtime.activations(image), wanted);
    expect(runtime.bytes).toBe(0);
    await runtime.ready();
    expect(runtime.bytes).toBeGreaterThan(0);
    expectSame(await runtime.activations(image), wanted);
    runtime.dispose();
  });

  it('reads with the weights that it was given last, whether the kernels are there or not', async () => {
    const { settings, given, image } = setUp();
    const changed = given.weights.map((tensor) => tensor.map((value) => 2 * value));
    const runtime = new PretrainedRuntime(settings, given.weights);
    const features = runtime.features(given.training, Uint32Array.of(0));
    runtime.setWeights(changed);
    await features;
    const plain = new PretrainedRuntime(settings, changed);
    expectSame(await runtime.activations(image), await plain.activations(image));
    expect(await runtime.weights()).toEqual(changed);
    runtime.dispose();
  });

  it('copies the weights', async () => {
    const { settings, given } = setUp();
    const weights = given.weights.map((tensor) => tensor.slice());
    const runtime = new PretrainedRuntime(settings, weights);
    for (const tensor of weights) tensor.fill(Number.NaN);
    expect(await runtime.weights()).toEqual(given.weights);
  });
});

function setUp() {
  const given = stepSettings(NOTATION);
  const { settings } = settingsFromAddress(`?net=${NOTATION}&dropout=0`);
  const image = Float32Array.from(given.training.images.subarray(0, 784), (value) => value / 255);
  return { given, settings, image };
}

function expectSame(looks: readonly LayerOutput[], wanted: readonly LayerOutput[]): void {
  expect(looks.map(({ shape }) => shape)).toEqual(wanted.map(({ shape }) => shape));
  for (const [i, { values }] of looks.entries()) {
    for (const [j, value] of values.entries()) {
      expect(value).toBeCloseTo(wanted[i]?.values[j] as number, 4);
    }
  }
}
