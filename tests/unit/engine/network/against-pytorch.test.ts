import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { gradientsThrough } from '../../../../src/engine/inspect/gradients';
import { forward } from '../../../../src/engine/network/forward';
import { descriptorOf } from '../../../../src/model/layers/layer-types';
import { activatedValue } from '../../../../src/model/plain/activation';
import { trace } from '../../../../src/model/plain/trace';
import { CHOICES } from '../../../../src/model/setting-tables';
import type { Activation } from '../../../../src/model/settings';
import { type LayerPlan, type Shape, sizeOf } from '../../../../src/model/shapes';
import { network, relativeDifference } from '../../../fixtures/networks';
import { cases, exactGelu, shape } from '../../../fixtures/pytorch/layers.json';

const INPUT = shape as unknown as Shape;

/** Hidden layers on small maps: a network of its own has to end in logits, and begins with an image. */
function planned(notation: string): LayerPlan[] {
  const layers: LayerPlan[] = [];
  let input = INPUT;
  for (const layer of network(notation)) {
    const before = layers.at(-1);
    const made = descriptorOf(layer).shapes(
      layer,
      input,
      before && { type: before.layer.type, input: before.input },
    );
    if ('code' in made) throw new RangeError(`${notation}: ${made.code}`);
    const isActivated = descriptorOf(layer).activation === 'own';
    layers.push({ layer, input, ...made, parameters: 0, isOutput: false, isActivated });
    input = made.output;
  }
  return layers;
}

/** An image's share of a list. */
const ofImage = <T>(list: ArrayLike<T>, image: number, images: number): T[] => {
  const size = list.length / images;
  return Array.from({ length: size }, (_, i) => list[image * size + i] as T);
};

const close = (found: ArrayLike<number>, wanted: readonly number[]) => {
  expect(found).toHaveLength(wanted.length);
  expect(relativeDifference(Float32Array.from(found), Float32Array.from(wanted))).toBeLessThan(1e-5);
};

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe.each(cases)('$network, $activation', ({ network: notation, activation: named, ...wanted }) => {
  const activation = named as Activation;
  const layers = planned(notation);
  const images = wanted.input.length / sizeOf(INPUT);
  const weights = wanted.weights.map((values) => Float32Array.from(values));

  test('the reference computes it, and its gradients', () => {
    const shapes = layers.flatMap((layer) => layer.weights.map((weight) => [...weight.shape]));
    const plan = { layers, parameters: 0, flops: 0, activationValues: 0 };
    const values = (tensor: tf.Tensor) => tensor.dataSync();
    tf.tidy(() => {
      const input = tf.tensor(wanted.input, [images, ...INPUT]);
      const tensors = weights.map((tensor, i) => tf.tensor(tensor, shapes[i]));
      const run = (x: tf.Tensor, own: tf.Tensor[]) =>
        forward(plan, own, x as tf.Tensor4D, { activation }).at(-1) as tf.Tensor;
      const output = run(input, tensors);
      close(values(output), wanted.output);
      const upstream = tf.tensor(wanted.byOutput, output.shape);
      const gradients = tf.grads((x: tf.Tensor, ...own: tf.Tensor[]) => run(x, own).mul(upstream).sum());
      const [byInput, ...byWeights] = gradients([input, ...tensors]);
      close(values(byInput as tf.Tensor), wanted.byInput);
      expect(byWeights).toHaveLength(wanted.byWeights.length);
      for (const [i, gradient] of byWeights.entries()) close(values(gradient), wanted.byWeights[i] ?? []);
    });
  });

  test('so does the plain pass of one image', () => {
    for (let image = 0; image < images; image++) {
      const share = (list: readonly number[]) => ofImage(list, image, images);
      const traces = trace(layers, weights, activation, Float64Array.from(share(wanted.input)));
      close(traces.at(-1)?.outputs ?? [], share(wanted.output));
      const byLast = Float64Array.from(share(wanted.byOutput));
      close(gradientsThrough(traces, activation, byLast).image, share(wanted.byInput));
    }
  });
});

test('every activation is among the cases', () => {
  expect(CHOICES.activation.options.filter((name) => cases.every((one) => one.activation !== name))).toEqual(
    [],
  );
});

test('GELU by its tanh departs from that by the error function by less than 0.0005', () => {
  const { points, values } = exactGelu;
  const apart = points.map((x, i) => Math.abs(activatedValue(x, 'gelu') - (values[i] as number)));
  expect(Math.max(...apart)).toBeLessThan(0.0005);
  expect(Math.max(...apart)).toBeGreaterThan(0.0002);
});
