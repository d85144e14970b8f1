import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backend/backend';
import { createReferenceStep } from '../../src/engine/train-step/reference';
import { randomImages, runSteps, stepSettings } from '../fixtures/networks';

const SMALL = 'c3k5-p3s2-x25-d10';

describe.each(['cpu', 'wasm', 'webgl', 'webgpu'] as const)('%s', (backend) => {
  beforeAll(async () => {
    await startBackend(backend);
    expect(tf.getBackend()).toBe(backend);
  });

  test('leaves no tensors behind, however often it is made, run and disposed of', async () => {
    const before = tf.memory().numTensors;
    for (let i = 0; i < 20; i++) {
      const step = createReferenceStep(stepSettings(SMALL));
      runSteps(step, 1, { images: 1 });
      if (i === 0) await step.activations(new Float32Array(784).fill(0.5));
      step.dispose();
    }
    expect(tf.memory().numTensors).toBe(before);
  });

  test('holds as many tensors after each look at the results', async () => {
    const step = createReferenceStep(stepSettings(SMALL));
    const counts: number[] = [];
    for (let i = 0; i < 4; i++) {
      runSteps(step, 2, { images: 2 });
      await step.results();
      await step.weightsAreFinite();
      counts.push(tf.memory().numTensors);
    }
    step.dispose();
    expect(new Set(counts).size).toBe(1);
  });

  test('gives one result a step, once', async () => {
    const step = createReferenceStep(stepSettings(SMALL));
    runSteps(step, 3);
    await step.readyForMore();
    const results = await step.results();
    const again = await step.results();
    step.dispose();
    expect(results).toHaveLength(3);
    for (const { loss, accuracy } of results) {
      expect(loss).toBeGreaterThan(0);
      expect([0, 1, 2, 3]).toContain(Math.round(accuracy * 3 * 1e5) / 1e5);
    }
    expect(again).toEqual([]);
  });

  test('gives the same weights bit for bit from the same seed', async () => {
    // 5,408 inputs of one dense layer: long enough for tfjs to split the sum where it is allowed to.
    const run = async (seed: number) => {
      const step = createReferenceStep(stepSettings('c8k3-x25-d10', { seed }));
      runSteps(step, 2);
      const weights = await step.weights();
      step.dispose();
      return weights;
    };
    const first = await run(5);
    expect(await run(5)).toEqual(first);
    expect(await run(6)).not.toEqual(first);
  });

  test('tells finite weights from weights that are not', async () => {
    const step = createReferenceStep(stepSettings('d10'));
    const finite = await step.weightsAreFinite();
    const [kernel, bias] = await step.weights();
    const ruined = (kernel as Float32Array).slice();
    ruined[5] = Number.NaN;
    step.setWeights([ruined, bias as Float32Array]);
    const withNaN = await step.weightsAreFinite();
    step.dispose();
    expect([finite, withNaN]).toEqual([true, false]);
  });

  test('shows the layers of one image, the last being its logits', async () => {
    const images = randomImages(2);
    const step = createReferenceStep(stepSettings(SMALL));
    const logits = await step.logits(images, Uint32Array.of(1));
    const layers = await step.activations(
      Float32Array.from(images.images.subarray(784), (value) => value / 255),
    );
    step.dispose();
    expect(layers.map(({ shape }) => shape)).toEqual([[24, 24, 3], [11, 11, 3], [10]]);
    expect(layers.map(({ values }) => values.length)).toEqual([1728, 363, 10]);
    layers[2]?.values.forEach((value, i) => {
      expect(value).toBeCloseTo(logits[i] as number, 4);
    });
  });
});

describe('on the CPU', () => {
  beforeAll(() => startBackend('cpu'));

  test('the gradient is the slope of the loss', async () => {
    const settings = stepSettings('c1k7s2-a4-d10', {
      activation: 'tanh',
      optimizer: 'sgd',
      labelSmoothing: 0.1,
    });
    const lossAt = async (weights: readonly Float32Array[]) => {
      const step = createReferenceStep({ ...settings, weights });
      runSteps(step, 1, { learningRate: 1 });
      const [result] = await step.results();
      const after = await step.weights();
      step.dispose();
      return { loss: result?.loss as number, after };
    };
    const { after } = await lossAt(settings.weights);
    const h = 0.01;
    for (const [tensor, index] of [
      [0, 10],
      [1, 0],
      [2, 17],
      [3, 4],
    ] as const) {
      const moved = async (by: number) => {
        const weights = settings.weights.map((values) => values.slice());
        (weights[tensor] as Float32Array)[index] = (weights[tensor]?.[index] as number) + by;
        return (await lossAt(weights)).loss;
      };
      const slope = ((await moved(h)) - (await moved(-h))) / (2 * h);
      const gradient = (settings.weights[tensor]?.[index] as number) - (after[tensor]?.[index] as number);
      expect(gradient).toBeCloseTo(slope, 3);
    }
  });

  test('gives the logits of many images in the order of their positions', async () => {
    const images = randomImages(16);
    const step = createReferenceStep(stepSettings('d10'));
    const all = await step.logits(
      images,
      Uint32Array.from({ length: 16 }, (_, i) => i),
    );
    const some = await step.logits(images, Uint32Array.of(9, 3));
    step.dispose();
    expect(some.slice(0, 10)).toEqual(all.slice(90, 100));
    expect(some.slice(10)).toEqual(all.slice(30, 40));
  });

  test('gives what the last layer reads, without dropout, in the order of the positions', async () => {
    const images = randomImages(3);
    const step = createReferenceStep(stepSettings('c3k5-p3s2-x25-d10'));
    const features = await step.features(images, Uint32Array.of(2, 0));
    const layers = await step.activations(
      Float32Array.from(images.images.subarray(0, 784), (value) => value / 255),
    );
    step.dispose();
    expect(features).toHaveLength(2 * 363);
    layers[1]?.values.forEach((value, i) => {
      expect(features[363 + i]).toBeCloseTo(value, 5);
    });
  });

  test('gives the images where the last layer reads them, without a leak', async () => {
    const before = tf.memory().numTensors;
    const images = randomImages(2);
    const step = createReferenceStep(stepSettings('x20-d10'));
    const features = await step.features(images, Uint32Array.of(1));
    step.dispose();
    expect(features).toEqual(
      Float32Array.from(images.images.subarray(784), (value) => Math.fround(value / 255)),
    );
    expect(tf.memory().numTensors).toBe(before);
  });

  test('refuses weights that are not the network’s, without a leak', () => {
    const step = createReferenceStep(stepSettings('d10'));
    const before = tf.memory().numTensors;
    expect(() => step.setWeights([new Float32Array(3), new Float32Array(10)])).toThrow(RangeError);
    expect(tf.memory().numTensors).toBe(before);
    step.dispose();
  });
});
