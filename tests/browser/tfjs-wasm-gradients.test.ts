import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backend/backend';

beforeAll(async () => {
  await startBackend('wasm');
  expect(tf.getBackend()).toBe('wasm');
});

const poolGradient = (x: tf.Tensor, dy: tf.Tensor, size: number, stride: number) =>
  tf.tidy(() => [
    ...tf
      .grad((t) => tf.maxPool(t as tf.Tensor4D, size, stride, 'valid'))(x, dy)
      .dataSync(),
  ]);

test('max-pooling sends its gradient to the maximum of a window without positive values', () => {
  const x = tf.tensor4d([-4, -1, -3, -2], [1, 2, 2, 1]);
  const dy = tf.tensor4d([5], [1, 1, 1, 1]);
  expect(poolGradient(x, dy, 2, 2)).toEqual([0, 5, 0, 0]);
  tf.dispose([x, dy]);
});

test('max-pooling sends its gradient to the first of equal maxima', () => {
  const x = tf.tensor4d([0, 0, 0, 0], [1, 2, 2, 1]);
  const dy = tf.tensor4d([5], [1, 1, 1, 1]);
  expect(poolGradient(x, dy, 2, 2)).toEqual([5, 0, 0, 0]);
  tf.dispose([x, dy]);
});

test('overlapping windows add their gradients where they share a maximum', () => {
  const x = tf.tensor4d([-9, -9, -1, -9, -9, -9, -9, -9, -9, -9, -9, -9, -9, -9, -9], [1, 3, 5, 1]);
  const dy = tf.tensor4d([2, 3], [1, 1, 2, 1]);
  expect(poolGradient(x, dy, 3, 2)[2]).toBe(5);
  tf.dispose([x, dy]);
});

test('products with transposed operands are those of the transposed matrices', () => {
  const a = tf.randomNormal<tf.Rank.R2>([5, 7]);
  const b = tf.randomNormal<tf.Rank.R2>([5, 3]);
  const c = tf.randomNormal<tf.Rank.R2>([4, 7]);
  tf.tidy(() => {
    const difference = (x: tf.Tensor, y: tf.Tensor) => tf.max(tf.abs(tf.sub(x, y))).dataSync()[0];
    const upright = tf.matMul(tf.transpose(a), b);
    expect(difference(tf.matMul(a, b, true, false), upright)).toBeLessThan(1e-5);
    expect(difference(tf.matMul(a, c, false, true), tf.matMul(a, tf.transpose(c)))).toBeLessThan(1e-5);
    expect(difference(tf.matMul(b, a, true, false), tf.transpose(upright))).toBeLessThan(1e-5);
  });
  tf.dispose([a, b, c]);
});

test('the heap stops growing: gradients of a convolution free what they allocate', () => {
  const x = tf.randomNormal<tf.Rank.R4>([8, 28, 28, 4]);
  const filter = tf.randomNormal<tf.Rank.R4>([5, 5, 4, 8]);
  const heapSize = () => (tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm.HEAPU8.length;
  const gradient = () =>
    tf.tidy(() => {
      const { grads } = tf.variableGrads(
        () => tf.sum(tf.conv2d(x, variable, 2, 'same').square()),
        [variable],
      );
      return variable.assign(variable.sub(tf.mul(Object.values(grads)[0] as tf.Tensor4D, 1e-6)));
    });
  const variable = tf.variable(filter);
  for (let i = 0; i < 20; i++) gradient();
  const before = heapSize();
  for (let i = 0; i < 300; i++) gradient();
  expect(heapSize()).toBe(before);
  tf.dispose([x, filter, variable]);
});
