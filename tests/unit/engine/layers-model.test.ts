import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLayersModel, writeLayersModel } from '../../../src/engine/take-away/layers-model';
import { logitsOf } from '../../../src/engine/take-away/logits-of';
import { largestDifference } from '../../../src/metrics/largest-difference';
import { softmaxRows } from '../../../src/metrics/logits';
import { inkImages, variousNetworks } from '../../fixtures/trained-networks';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('a network as a tf.LayersModel', () => {
  test.each(variousNetworks(8))('computes the same when it is loaded: $text', async ({ trained }) => {
    const images = inkImages(4);
    const before = tf.memory().numTensors;
    const files = await writeLayersModel(trained, { author: 'somebody' });
    const read = await readLayersModel(files, images);
    expect(largestDifference(read, softmaxRows(await logitsOf(trained, images), 10))).toBeLessThan(1e-5);
    expect(tf.memory().numTensors).toBe(before);
  });
});
