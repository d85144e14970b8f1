import { dropoutMask } from '../../../../../src/engine/train-step/dropout-mask';
import type { ReferenceSettings } from '../../../../../src/engine/train-step/reference';
import type { ConvLayer, PoolLayer } from '../../../../../src/model/network';
import type { Activation } from '../../../../../src/model/settings';
import { type LayerPlan, planOf, sizeOf } from '../../../../../src/model/shapes';

/**
 * The loss of a batch by loops that can be read against the formulas, in double precision: the slow oracle of the
 * kernels. Maps are [height][width][channels] in one array.
 */
export function plainLoss(
  settings: Omit<ReferenceSettings, 'weights'>,
  weights: readonly ArrayLike<number>[],
  batch: Uint32Array,
  step: number,
): number {
  const { training, labelSmoothing } = settings;
  const losses = [...batch].map((position, image) => {
    const bytes = training.images.subarray(784 * position, 784 * (position + 1));
    const pixels = Array.from(bytes, (byte) => byte / 255);
    const logits = plainLogits(settings, weights, pixels, { image, images: batch.length, step });
    const most = Math.max(...logits);
    const logSum = most + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0));
    const target = (i: number) =>
      (i === training.labels[position] ? 1 - labelSmoothing : 0) + labelSmoothing / logits.length;
    return logits.reduce((sum, logit, i) => sum - target(i) * (logit - logSum), 0);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / batch.length;
}

function plainLogits(
  { network, activation, seed }: Omit<ReferenceSettings, 'weights'>,
  weights: readonly ArrayLike<number>[],
  pixels: readonly number[],
  at: { readonly image: number; readonly images: number; readonly step: number },
): number[] {
  let values = [...pixels];
  let tensor = 0;
  let dropouts = 0;
  for (const planned of planOf(network).layers) {
    const { layer, isOutput } = planned;
    if (layer.type === 'dropout') {
      const size = values.length;
      const place = { seed, step: at.step, layer: dropouts++ };
      const mask = dropoutMask(place, at.images * size, layer.percent).subarray(at.image * size);
      values = values.map((value, i) => value * (mask[i] as number));
    } else if (layer.type === 'max-pool' || layer.type === 'avg-pool') {
      values = pool(layer, planned, values);
    } else {
      const [kernel, bias] = [weights[tensor++], weights[tensor++]] as [ArrayLike<number>, ArrayLike<number>];
      const sums =
        layer.type === 'conv' ? conv(layer, planned, values, kernel) : dense(planned, values, kernel);
      const outputs = bias.length;
      values = sums.map((sum, i) => {
        const biased = sum + (bias[i % outputs] as number);
        return isOutput ? biased : activate(activation, biased);
      });
    }
  }
  return values;
}

function activate(activation: Activation, x: number): number {
  switch (activation) {
    case 'relu':
      return Math.max(0, x);
    case 'sigmoid':
      return 1 / (1 + Math.exp(-x));
    case 'tanh':
      return Math.tanh(x);
    default:
      return activation satisfies never;
  }
}

function dense({ output }: LayerPlan, values: readonly number[], kernel: ArrayLike<number>): number[] {
  const units = sizeOf(output);
  return Array.from({ length: units }, (_, unit) =>
    values.reduce((sum, value, i) => sum + value * (kernel[i * units + unit] as number), 0),
  );
}

function conv(
  { kernel: side, stride, padding }: ConvLayer,
  { input, output }: LayerPlan,
  values: readonly number[],
  kernel: ArrayLike<number>,
): number[] {
  const [size, , channels] = input as [number, number, number];
  const [outputs, , filters] = output as [number, number, number];
  // TensorFlow's 'same': the smaller half of the padding comes first.
  const padded = padding === 'same' ? Math.max(0, (outputs - 1) * stride + side - size) : 0;
  const before = Math.floor(padded / 2);
  return overMaps(output, (row, column, filter) => {
    let sum = 0;
    for (let dy = 0; dy < side; dy++) {
      for (let dx = 0; dx < side; dx++) {
        const [y, x] = [row * stride + dy - before, column * stride + dx - before];
        if (y < 0 || x < 0 || y >= size || x >= size) continue;
        for (let c = 0; c < channels; c++) {
          const weight = kernel[((dy * side + dx) * channels + c) * filters + filter] as number;
          sum += weight * (values[(y * size + x) * channels + c] as number);
        }
      }
    }
    return sum;
  });
}

function pool(
  { type, size, stride }: PoolLayer,
  { input, output }: LayerPlan,
  values: readonly number[],
): number[] {
  const [side, , channels] = input as [number, number, number];
  return overMaps(output, (row, column, channel) => {
    const window = Array.from({ length: size * size }, (_, i) => {
      const [y, x] = [row * stride + Math.floor(i / size), column * stride + (i % size)];
      return values[(y * side + x) * channels + channel] as number;
    });
    return type === 'max-pool' ? Math.max(...window) : window.reduce((a, b) => a + b, 0) / window.length;
  });
}

function overMaps(
  shape: LayerPlan['output'],
  value: (row: number, column: number, channel: number) => number,
): number[] {
  const [, width, channels] = shape as [number, number, number];
  return Array.from({ length: sizeOf(shape) }, (_, i) => {
    const pixel = Math.floor(i / channels);
    return value(Math.floor(pixel / width), pixel % width, i % channels);
  });
}
