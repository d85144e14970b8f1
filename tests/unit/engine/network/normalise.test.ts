import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { normalise, normaliseBatch } from '../../../../src/engine/network/normalise';
import { descriptorOf } from '../../../../src/model/layers/layer-types';
import type { Shape } from '../../../../src/model/shapes';
import { relativeDifference } from '../../../fixtures/networks';
import { cases, ghosts } from '../../../fixtures/pytorch/batch_norm.json';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const close = (found: tf.Tensor | Float64Array, wanted: readonly number[]) => {
  const values = found instanceof Float64Array ? found : found.dataSync();
  expect(values).toHaveLength(wanted.length);
  expect(relativeDifference(Float32Array.from(values), Float32Array.from(wanted))).toBeLessThan(1e-5);
};

describe.each(cases)('batch normalisation of $name, against PyTorch', (wanted) => {
  test('while training: values, statistics and gradients', () => {
    tf.tidy(() => {
      const x = tf.tensor(wanted.input, wanted.shape);
      const [scale, shift] = [tf.tensor(wanted.scale), tf.tensor(wanted.shift)];
      // The running averages have no part in it.
      const ofBatch = (...[of, by, plus]: tf.Tensor[]) => {
        const nowhere = tf.fill([wanted.scale.length], Number.NaN);
        return normaliseBatch(of as tf.Tensor, [by, plus, nowhere, nowhere] as tf.Tensor[], ghosts);
      };
      const { output, statistics } = ofBatch(x, scale, shift);
      close(output, wanted.output);
      close(statistics.mean, wanted.batchMean);
      close(statistics.variance, wanted.batchVariance);
      const upstream = tf.tensor(wanted.byOutput, wanted.shape);
      const gradients = tf.grads((...tensors: tf.Tensor[]) =>
        ofBatch(...tensors)
          .output.mul(upstream)
          .sum(),
      );
      const [byInput, byScale, byShift] = gradients([x, scale, shift]) as [tf.Tensor, tf.Tensor, tf.Tensor];
      close(byInput, wanted.byInput);
      close(byScale, wanted.byScale);
      close(byShift, wanted.byShift);
    });
  });

  test('while reading', () => {
    const weights = [wanted.scale, wanted.shift, wanted.mean, wanted.variance];
    tf.tidy(() => {
      const tensors = weights.map((values) => tf.tensor(values));
      close(normalise(tf.tensor(wanted.input, wanted.shape), tensors), wanted.read);
    });
    const layer = { type: 'batch-norm' } as const;
    const shape = wanted.shape.slice(1) as unknown as Shape;
    const size = wanted.input.length / (wanted.shape[0] as number);
    const image = Float64Array.from(wanted.input.slice(0, size));
    const own = weights.map((values) => Float32Array.from(values));
    const placed = { layer, input: shape, output: shape };
    close(descriptorOf(layer).forward(placed, image, own), wanted.read.slice(0, size));
  });
});
