import { expect, test } from 'vitest';
import { Inspector } from '../../../../src/engine/inspect/inspector';
import { stepSettings } from '../../../fixtures/networks';

const { network, weights, training } = stepSettings('c2k3-x20-p2-d6-x50-d10');
const image = Float32Array.from(training.images.subarray(0, 784), (grey) => grey / 255);
const inspectorOf = (activation: 'relu' | 'tanh' = 'relu') =>
  new Inspector({
    settings: { network: [...network], activation },
    runtime: { weights: async () => [...weights] },
  });

test('weights come by the numbers of the layers that read, without those that have none', async () => {
  const all = await inspectorOf().weights([0, 1, 2, 3]);
  expect(all.map(({ layer, shape }) => [layer, shape])).toEqual([
    [0, [3, 3, 1, 2]],
    [2, [338, 6]],
    [3, [6, 10]],
  ]);
  expect(all.flatMap(({ kernel, bias }) => [kernel, bias])).toEqual(weights);
  expect(await inspectorOf().weights([3])).toEqual([all[2]]);
});

test('the kernels of a separable convolution come multiplied out, with both of their parts', async () => {
  const made = stepSettings('c3k5-s2k3s2-d10');
  const inspector = new Inspector({
    settings: { network: [...made.network], activation: 'relu' },
    runtime: { weights: async () => [...made.weights] },
  });
  const [separable, dense] = await inspector.weights([1, 2]);
  const [, , depthwise, pointwise, bias] = made.weights as Float32Array[];
  expect(separable).toMatchObject({
    layer: 1,
    shape: [3, 3, 3, 2],
    bias,
    separable: { depthwise, pointwise },
  });
  // Row 2, column 1, map 2, filter 0.
  const weight = (depthwise?.[(2 * 3 + 1) * 3 + 2] as number) * (pointwise?.[2 * 2] as number);
  expect(separable?.kernel[((2 * 3 + 1) * 3 + 2) * 2]).toBeCloseTo(weight, 6);
  expect(dense?.kernel).toEqual(made.weights[5]);
});

test('weighted sums are what the activation is given', async () => {
  const sums = await inspectorOf().weightedSums(image, 0);
  const [kernel, bias] = weights as [Float32Array, Float32Array];
  let wanted = bias[1] as number;
  for (let tap = 0; tap < 9; tap++) {
    const pixel = 28 * (5 + Math.floor(tap / 3)) + 7 + (tap % 3);
    wanted += (image[pixel] as number) * (kernel[2 * tap + 1] as number);
  }
  expect(sums?.shape).toEqual([26, 26, 2]);
  expect(sums?.values[2 * (26 * 5 + 7) + 1]).toBeCloseTo(wanted, 6);
  expect(sums?.values.some((value) => value < 0)).toBe(true);
});

test('of a layer without weights the weighted sums are its outputs, and of none there are none', async () => {
  const [conv, pool] = await Promise.all([0, 1].map((layer) => inspectorOf().weightedSums(image, layer)));
  const of = (y: number, x: number) => Math.max(0, conv?.values[2 * (26 * y + x)] as number);
  expect(pool?.values[0]).toBeCloseTo(Math.max(of(0, 0), of(0, 1), of(1, 0), of(1, 1)), 6);
  expect(await inspectorOf().weightedSums(image, 4)).toBeUndefined();
});

test('evidence is about the class that was asked for', async () => {
  const [three, four] = await Promise.all(
    [3, 4].map((digit) => inspectorOf('tanh').attribution(image, digit)),
  );
  expect([three?.digit, four?.digit]).toEqual([3, 4]);
  expect(three?.saliency).not.toEqual(four?.saliency);
  expect(three?.gradCam?.layer).toBe(0);
});
