import { describe, expect, it } from 'vitest';
import { PretrainedStep } from '../../../../src/engine/train-step/pretrained-step';
import { createWasmStep } from '../../../../src/engine/train-step/wasm/wasm-step';
import { settingsFromAddress } from '../../../../src/model/address';
import type { LayerOutput } from '../../../../src/protocol/inspect';
import { stepSettings } from '../../../fixtures/networks';

const NOTATION = 'c4k5-p2-d10';

describe('a step for weights that came trained', () => {
  it('looks as the kernels do, before they are made and after', async () => {
    const { settings, given, image } = setUp();
    const kernels = await createWasmStep({ ...given, workers: 1 });
    const wanted = await kernels.activations(image);
    kernels.dispose();
    const step = new PretrainedStep(settings, given.weights);
    expectSame(await step.activations(image), wanted);
    expect(step.bytes).toBe(0);
    await step.inFlightAtMost();
    expect(step.bytes).toBeGreaterThan(0);
    expectSame(await step.activations(image), wanted);
    step.dispose();
  });

  it('reads with the weights that it was given last, whether the kernels are there or not', async () => {
    const { settings, given, image } = setUp();
    const changed = given.weights.map((tensor) => tensor.map((value) => 2 * value));
    const step = new PretrainedStep(settings, given.weights);
    const features = step.features(given.training, Uint32Array.of(0));
    step.setWeights(changed);
    await features;
    const plain = new PretrainedStep(settings, changed);
    expectSame(await step.activations(image), await plain.activations(image));
    expect(await step.weights()).toEqual(changed);
    step.dispose();
  });

  it('copies the weights', async () => {
    const { settings, given } = setUp();
    const weights = given.weights.map((tensor) => tensor.slice());
    const step = new PretrainedStep(settings, weights);
    for (const tensor of weights) tensor.fill(Number.NaN);
    expect(await step.weightsAreFinite()).toBe(true);
    expect(await step.weights()).toEqual(given.weights);
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
