import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backend/backend';
import { RandomStream } from '../../src/model/random';
import { relativeDifference } from '../fixtures/networks';

interface Convolution {
  readonly x: [number, number, number, number];
  readonly filter: [number, number, number, number];
  readonly stride: [number, number];
  readonly pad: 'same' | 'valid' | number;
}

const CONVOLUTIONS: Convolution[] = [
  { x: [3, 12, 12, 24], filter: [3, 3, 24, 32], stride: [1, 1], pad: 'valid' },
  { x: [2, 28, 28, 1], filter: [5, 5, 1, 24], stride: [1, 1], pad: 'same' },
  { x: [2, 9, 11, 3], filter: [4, 2, 3, 5], stride: [2, 3], pad: 'valid' },
  { x: [3, 10, 7, 4], filter: [3, 4, 4, 10], stride: [2, 2], pad: 'same' },
  { x: [1, 8, 8, 2], filter: [1, 1, 2, 7], stride: [3, 3], pad: 'same' },
  { x: [2, 6, 6, 3], filter: [3, 3, 3, 16], stride: [2, 2], pad: 2 },
  ...Array.from({ length: 6 }, (_, seed) => randomConvolution(seed)),
];

const PRODUCTS: [rows: number, inner: number, columns: number][] = [
  [7, 13, 10],
  [1, 1, 1],
  [20, 33, 48],
  [5, 128, 24],
];

const POOLS: [x: Convolution['x'], size: number, stride: number][] = [
  [[3, 12, 12, 24], 2, 2],
  [[2, 11, 9, 5], 3, 2],
  [[2, 7, 7, 3], 2, 3],
  [[1, 10, 8, 4], 4, 1],
  // More workgroups than fit on one axis of a dispatch.
  [[2, 100, 100, 60], 2, 1],
];

const SUMS: [shape: number[], axes: number[]][] = [
  [
    [3, 8, 8, 5],
    [0, 1, 2],
  ],
  [[128, 10], [1]],
  [[70, 6], [0]],
  [[5000], [0]],
  [[4, 3, 5], [1]],
  [
    [4, 3, 5],
    [0, 2],
  ],
];

function randomConvolution(seed: number): Convolution {
  const random = new RandomStream(seed, 'shuffle');
  const upTo = (limit: number) => 1 + random.below(limit);
  const [inputs, rows, columns] = [upTo(9), upTo(5), upTo(5)];
  return {
    x: [upTo(3), rows + random.below(9), columns + random.below(9), inputs],
    filter: [rows, columns, inputs, upTo(40)],
    stride: [upTo(3), upTo(3)],
    pad: random.below(2) ? 'same' : 'valid',
  };
}

function uniformValues(shape: number[], seed: number): tf.Tensor {
  const random = new RandomStream(seed, 'shuffle');
  const size = shape.reduce((product, side) => product * side, 1);
  return tf.tensor(
    new Float32Array(size).map(() => random.uniform() * 2 - 1),
    shape,
  );
}

type Results = () => tf.Tensor[];

const convolve = ({ x, filter, stride, pad }: Convolution): Results => {
  return () => {
    const inputs = [uniformValues(x, 1), uniformValues(filter, 2)];
    const forward = (image: tf.Tensor, kernel: tf.Tensor) =>
      tf.conv2d(image as tf.Tensor4D, kernel as tf.Tensor4D, stride, pad);
    const y = forward(inputs[0] as tf.Tensor, inputs[1] as tf.Tensor);
    return [y, ...tf.grads(forward)(inputs, uniformValues(y.shape, 3))];
  };
};

const multiply = ([rows, inner, columns]: [number, number, number]): Results => {
  return () => {
    const a = uniformValues([rows, inner], 1) as tf.Tensor2D;
    const b = uniformValues([inner, columns], 2) as tf.Tensor2D;
    const [turnedA, turnedB] = [uniformValues([inner, rows], 3), uniformValues([columns, inner], 4)];
    return [
      tf.matMul(a, b),
      tf.matMul(turnedA, b, true),
      tf.matMul(a, turnedB, false, true),
      tf.matMul(turnedA, turnedB, true, true),
    ];
  };
};

const pool = ([shape, size, stride]: (typeof POOLS)[number]): Results => {
  return () => {
    // Few different values, so that windows have several maxima; half of them negative.
    const x = tf.round(tf.mul(uniformValues(shape, 1), 3)) as tf.Tensor4D;
    const forward = (image: tf.Tensor) => tf.maxPool(image as tf.Tensor4D, size, stride, 'valid');
    const y = forward(x);
    return [y, tf.grad(forward)(x, uniformValues(y.shape, 2))];
  };
};

const sum = ([shape, axes]: (typeof SUMS)[number]): Results => {
  return () => {
    const x = uniformValues(shape, 1);
    return [tf.sum(x, axes), tf.sum(x, axes, true), tf.mean(x, axes), tf.max(x, axes)];
  };
};

const CASES: [name: string, results: Results][] = [
  ...CONVOLUTIONS.map((c): [string, Results] => [`convolution ${JSON.stringify(c)}`, convolve(c)]),
  ...PRODUCTS.map((p): [string, Results] => [`product of matrices ${p}`, multiply(p)]),
  ...POOLS.map((p): [string, Results] => [`max-pool ${JSON.stringify(p)}`, pool(p)]),
  ...SUMS.map((s): [string, Results] => [`sum ${JSON.stringify(s)}`, sum(s)]),
];

async function valuesOf(results: Results): Promise<{ shape: number[]; values: Float32Array }[]> {
  const tensors = tf.tidy(results);
  const read = tensors.map(async (tensor) => ({
    shape: tensor.shape,
    values: (await tensor.data()) as Float32Array,
  }));
  const values = await Promise.all(read);
  tf.dispose(tensors);
  return values;
}

describe('WebGPU in software', () => {
  const onCpu = new Map<string, Awaited<ReturnType<typeof valuesOf>>>();

  beforeAll(async () => {
    await startBackend('cpu');
    for (const [name, results] of CASES) onCpu.set(name, await valuesOf(results));
    await startBackend('webgpu');
    expect(tf.getBackend()).toBe('webgpu');
  });

  test.each(CASES)('gives the values and gradients of the CPU: %s', async (name, results) => {
    const before = tf.memory().numTensors;
    const found = await valuesOf(results);
    const wanted = onCpu.get(name) ?? [];
    expect(found.map(({ shape }) => shape)).toEqual(wanted.map(({ shape }) => shape));
    found.forEach(({ values }, i) => {
      expect(relativeDifference(values, wanted[i]?.values as Float32Array)).toBeLessThan(1e-5);
    });
    expect(tf.memory().numTensors).toBe(before);
  });

  test.each(CASES)('gives the same bits every time: %s', async (_, results) => {
    const [first, again] = [await valuesOf(results), await valuesOf(results)];
    first.forEach(({ values }, i) => {
      expect(values.every((value, k) => value === again[i]?.values[k])).toBe(true);
    });
  });

  test('frees what a convolution needs on the way', async () => {
    const bytes = () => (tf.memory() as unknown as { numBytesInGPU: number }).numBytesInGPU;
    const results = convolve({ x: [2, 10, 10, 3], filter: [3, 3, 3, 4], stride: [2, 2], pad: 'same' });
    await valuesOf(results);
    const before = bytes();
    for (let i = 0; i < 5; i++) await valuesOf(results);
    expect(bytes()).toBe(before);
  });
});
