import { dropoutMask } from '../../../../../src/engine/train-step/dropout-mask';
import type { ReferenceSettings } from '../../../../../src/engine/train-step/reference';
import type { ConvLayer, PoolLayer, SeparableConvLayer } from '../../../../../src/model/network';
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
  /** What the layer before was given. */
  let around = values;
  let tensor = 0;
  let dropouts = 0;
  for (const planned of planOf(network).layers) {
    const { layer, isOutput } = planned;
    const given = values;
    const biased = (sums: readonly number[]) => {
      const bias = weights[tensor++] as ArrayLike<number>;
      return sums.map((sum, i) => {
        const whole = sum + (bias[i % bias.length] as number);
        return isOutput ? whole : activate(activation, whole);
      });
    };
    if (layer.type === 'dropout') {
      const size = values.length;
      const place = { seed, step: at.step, layer: dropouts++ };
      const mask = dropoutMask(place, at.images * size, layer.percent).subarray(at.image * size);
      values = values.map((value, i) => value * (mask[i] as number));
    } else if (layer.type === 'max-pool' || layer.type === 'avg-pool') {
      values = pool(layer, planned, values);
    } else if (layer.type === 'residual') {
      values = values.map((value, i) => value + (around[i] as number));
    } else if (layer.type === 'separable-conv') {
      values = biased(separable(layer, planned, values, weights[tensor++], weights[tensor++]));
    } else {
      const kernel = weights[tensor++] as ArrayLike<number>;
      values = biased(
        layer.type === 'conv' ? conv(layer, planned, values, kernel) : dense(planned, values, kernel),
      );
    }
    around = given;
  }
  return values;
}

function activate(activation: Activation, x: number): number {
  switch (activation) {
    case 'relu':
      return Math.max(0, x);
    case 'leaky-relu':
      return Math.max(x, 0.01 * x);
    case 'gelu':
      return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)));
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
  { kernel: side, stride, padding }: Omit<ConvLayer, 'type'>,
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

/** As the one convolution whose every weight is the product of one of both parts. */
function separable(
  layer: SeparableConvLayer,
  planned: LayerPlan,
  values: readonly number[],
  depthwise: ArrayLike<number> = [],
  pointwise: ArrayLike<number> = [],
): number[] {
  const channels = planned.input[2] as number;
  const product = Array.from({ length: depthwise.length * layer.filters }, (_, i) => {
    const [place, filter] = [Math.floor(i / layer.filters), i % layer.filters];
    const weight = pointwise[(place % channels) * layer.filters + filter] as number;
    return (depthwise[place] as number) * weight;
  });
  return conv(layer, planned, values, product);
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
