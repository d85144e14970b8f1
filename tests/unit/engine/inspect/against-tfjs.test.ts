import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { logitGradients } from '../../../../src/engine/inspect/gradients';
import { forward } from '../../../../src/engine/network/forward';
import { trace } from '../../../../src/model/plain/trace';
import { planOf, readingLayers } from '../../../../src/model/shapes';
import { relativeDifference, stepSettings } from '../../../fixtures/networks';
import { randomTraining } from '../../../fixtures/random-training';

const SEEDS = Array.from({ length: 24 }, (_, i) => i + 1);
const DIGIT = 3;

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const drawn = [
  ...SEEDS.map((seed) => randomTraining(seed)),
  ...SEEDS.map((seed) => randomTraining(seed, 'all')),
];
const cases = drawn.map(({ text, settings }) => ({ text, settings }));
cases.push({
  text: 'the same padding, odd and even, of strides 1 and 2',
  settings: stepSettings('c3k4same-p3s2-c4k5s2same-a2s1-d10', { activation: 'tanh' }),
});

const imageOf = (images: Uint8Array) => Float32Array.from(images.subarray(0, 784), (grey) => grey / 255);

describe.each(cases)('$text', ({ settings: { network, activation, weights, training } }) => {
  const plan = planOf(network);
  const image = imageOf(training.images);
  const traces = trace(readingLayers(plan), weights, activation, image);
  const shapes = plan.layers.flatMap((layer) => layer.weights.map(({ shape }) => [...shape]));
  const run = <T>(use: (tensors: tf.Tensor[], input: tf.Tensor4D) => T): T => {
    tf.engine().startScope();
    const tensors = weights.map((values, i) => tf.tensor(values, shapes[i]));
    const result = use(tensors, tf.tensor4d(image, [1, 28, 28, 1]));
    tf.engine().endScope();
    return result;
  };

  test('every layer puts out what TensorFlow.js computes', () => {
    const wanted = run((tensors, input) =>
      forward(plan, tensors, input, { activation })
        .filter((_, i) => plan.layers[i]?.layer.type !== 'dropout')
        .map((output) => output.dataSync() as Float32Array),
    );
    expect(traces).toHaveLength(wanted.length);
    traces.forEach(({ outputs }, i) => {
      const values = wanted[i] as Float32Array;
      const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
      const furthest = values.reduce(
        (most, value, k) => Math.max(most, Math.abs(value - (outputs[k] as number))),
        0,
      );
      expect(outputs).toHaveLength(values.length);
      expect(furthest, `layer ${i}`).toBeLessThan(1e-5 * largest);
    });
  });

  test('the gradient of a logit is that of automatic differentiation', () => {
    const wanted = run((tensors, input) =>
      tf
        .grad((x) => {
          const logits = forward(plan, tensors, x as tf.Tensor4D, { activation }).at(-1) as tf.Tensor2D;
          return logits.slice([0, DIGIT], [1, 1]).sum();
        })(input)
        .dataSync(),
    );
    const found = Float32Array.from(logitGradients(traces, activation, DIGIT).image);
    expect(relativeDifference(found, wanted as Float32Array)).toBeLessThan(1e-4);
  });
});
