import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { onQuickProcessor } from '../../../fixtures/quick-filter-gradient';

const SHAPES = [
  { side: 9, channels: 3, filters: 4, kernel: 3, stride: 1, pad: 'same' },
  { side: 10, channels: 1, filters: 5, kernel: 4, stride: 2, pad: 'same' },
  { side: 11, channels: 2, filters: 1, kernel: 5, stride: 3, pad: 'valid' },
  { side: 6, channels: 2, filters: 3, kernel: 1, stride: 1, pad: 'valid' },
] as const;

const gradients = () =>
  SHAPES.map(({ side, channels, filters, kernel, stride, pad }, seed) =>
    tf.tidy(() => {
      const images = tf.randomNormal<tf.Rank.R4>([3, side, side, channels], 0, 1, 'float32', seed + 1);
      const filter = tf.randomNormal<tf.Rank.R4>([kernel, kernel, channels, filters], 0, 1, 'float32', 9);
      const loss = (filter: tf.Tensor) =>
        tf
          .conv2d(images, filter as tf.Tensor4D, stride, pad)
          .square()
          .sum();
      return tf.grad(loss)(filter).dataSync();
    }),
  );

test("the filter gradient that tests train with has the bits of TensorFlow.js's", async () => {
  await tf.setBackend('cpu');
  const slow = gradients();
  await onQuickProcessor();
  expect(gradients()).toEqual(slow);
});
