import { describe, expect, it } from 'vitest';
import { dropoutMask } from '../../../../../src/engine/train-step/dropout-mask';
import { createWasmStep } from '../../../../../src/engine/train-step/wasm/wasm-step';
import { INITIAL_SETTINGS } from '../../../../../src/model/settings';
import { planOf, sizeOf } from '../../../../../src/model/shapes';
import { network } from '../../../../fixtures/networks';

const SEED = 2 ** 32 - 5;
const WHITE = { images: new Uint8Array(784).fill(255), labels: Uint8Array.of(3) };
const SGD = { ...INITIAL_SETTINGS, optimizer: 'sgd', seed: SEED } as const;

/** What a step at rate 1 takes from a last layer of zeros: the outer product of its inputs and the gradients. */
async function outerProduct(
  notation: string,
  kernels: readonly Float32Array[],
  images: number,
  white: number,
  step: number,
) {
  const layers = network(notation);
  const plan = planOf(layers);
  const inputs = sizeOf(plan.layers.at(-1)?.input ?? []);
  const training = {
    images: new Uint8Array(784 * images).fill(255, 784 * white, 784 * (white + 1)),
    labels: new Uint8Array(images).fill(3),
  };
  const weights = [...kernels, new Float32Array(inputs * 10), new Float32Array(10)];
  const made = await createWasmStep({ ...SGD, network: layers, weights, training, workers: 1 });
  made.run(
    new Uint32Array(images).map((_, i) => i),
    { step, learningRate: 1 },
  );
  const [kernel, bias] = (await made.weights()).slice(-2) as [Float32Array, Float32Array];
  made.dispose();
  return { inputs, kernel, bias };
}

describe('dropout', () => {
  it.each([
    [30, 0],
    [1, 1],
    [90, 12_345],
  ])('multiplies by the mask of every backend, bit for bit: %i %% in step %i', async (percent, step) => {
    const { kernel, bias } = await outerProduct(`x${percent}-d10`, [], 1, 0, step);
    const mask = dropoutMask({ seed: SEED, step, layer: 0 }, 784, percent);
    const wanted = Float32Array.from(
      kernel,
      (_, i) => (mask[Math.floor(i / 10)] as number) * (bias[i % 10] as number),
    );
    expect(bias.every((value) => value !== 0)).toBe(true);
    // Zeros may differ in their sign.
    expect(kernel.map((value) => value + 0)).toEqual(wanted.map((value) => value + 0));
  });

  it('counts the masks by image and layer, also where they don’t begin on a whole vector', async () => {
    // One filter of 121 pixels: image k's mask begins at number 121·k. The other images are black, so add nothing.
    const images = 13;
    const kernels = [new Float32Array(49).fill(1 / 64), new Float32Array(1)];
    for (let white = 0; white < images; white++) {
      const { kernel, inputs } = await outerProduct('x1-c1k7s2-x40-d10', kernels, images, white, 6);
      const mask = dropoutMask({ seed: SEED, step: 6, layer: 1 }, images * inputs, 40);
      const own = mask.subarray(white * inputs, (white + 1) * inputs);
      expect(inputs).toBe(121);
      const zeros = Array.from(own, (_, i) => kernel[10 * i] === 0);
      expect(zeros, `image ${white}`).toEqual(Array.from(own, (factor) => factor === 0));
    }
  });

  it('is not at work when images are read', async () => {
    const layers = network('x90-d10');
    const weights = [new Float32Array(7840).fill(1), new Float32Array(10)];
    const step = await createWasmStep({ ...SGD, network: layers, weights, training: WHITE, workers: 1 });
    step.run(Uint32Array.of(0), { step: 0, learningRate: 0 });
    const logits = await step.logits(WHITE, Uint32Array.of(0));
    const [output] = await step.activations(new Float32Array(784).fill(1));
    step.dispose();
    expect([...logits]).toEqual(Array(10).fill(784));
    expect([...(output?.values ?? [])]).toEqual(Array(10).fill(784));
  });
});
