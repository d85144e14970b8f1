import { windowAt } from '../../model/receptive-field';
import type { Activation } from '../../model/settings';
import { type LayerPlan, sizeOf } from '../../model/shapes';
import type { LayerWeights } from '../../protocol/inspect';
import { indexOf, type Place, placeOf } from './picture';

/** How one value of a layer comes about, in double precision from the layer's input and weights. */
export type Arithmetic = ConvArithmetic | PoolArithmetic | DenseArithmetic;

interface Activated {
  readonly bias: number;
  /** Of all products and the bias. */
  readonly sum: number;
  /** Undefined for the logits. */
  readonly activation: Activation | undefined;
  readonly output: number;
}

export interface ConvArithmetic extends Activated {
  readonly kind: 'conv';
  /** Of the square kernel. */
  readonly size: number;
  readonly channels: readonly ChannelProducts[];
}

/** One input channel's part of a weighted sum; row by row, [size × size]. */
interface ChannelProducts {
  /** Undefined where the kernel reaches beyond the map and meets padding, which counts as 0. */
  readonly patch: readonly (number | undefined)[];
  readonly kernel: readonly number[];
  readonly products: readonly number[];
  readonly sum: number;
}

export interface PoolArithmetic {
  readonly kind: 'pool';
  readonly type: 'max-pool' | 'avg-pool';
  readonly size: number;
  /** Row by row, [size × size]. */
  readonly window: readonly number[];
  readonly output: number;
}

export interface DenseArithmetic extends Activated {
  readonly kind: 'dense';
  /** Largest products first. */
  readonly largest: readonly Contribution[];
  readonly rest: { readonly count: number; readonly sum: number };
}

export interface Contribution {
  readonly from: Place;
  readonly value: number;
  readonly weight: number;
  readonly product: number;
}

/** Contributions to a unit that are shown one by one. */
const SHOWN_CONTRIBUTIONS = 8;

/**
 * @param input - of the layer, row by row, channels last
 * @param weights - of the layer; undefined for pooling
 * @returns undefined where the weights are needed and missing, or those of another network
 */
export function arithmeticAt(
  plan: LayerPlan,
  input: Float32Array,
  weights: LayerWeights | undefined,
  activation: Activation,
  place: Place,
): Arithmetic | undefined {
  const { layer } = plan;
  switch (layer.type) {
    case 'max-pool':
    case 'avg-pool': {
      const window = patchAt(plan, input, layer.size, place, place.channel).map((value) => value ?? 0);
      const output = layer.type === 'max-pool' ? Math.max(...window) : total(window) / window.length;
      return { kind: 'pool', type: layer.type, size: layer.size, window, output };
    }
    case 'conv':
    case 'dense': {
      const isIts = weights && weights.kernel.length === sizeOf(plan.weights[0]?.shape ?? []);
      if (!isIts) return undefined;
      const own = plan.isOutput ? undefined : activation;
      return layer.type === 'conv'
        ? convAt(plan, layer.kernel, input, weights, own, place)
        : denseAt(plan, input, weights, own, place.channel);
    }
    case 'dropout':
      return undefined;
    default:
      return layer satisfies never;
  }
}

function convAt(
  plan: LayerPlan,
  size: number,
  input: Float32Array,
  { kernel, bias }: LayerWeights,
  activation: Activation | undefined,
  place: Place,
): ConvArithmetic {
  const inputs = plan.input[2] ?? 1;
  const filters = bias.length;
  const channels = Array.from({ length: inputs }, (_, channel): ChannelProducts => {
    const patch = patchAt(plan, input, size, place, channel);
    const taps = patch.map((_, tap) => kernel[(tap * inputs + channel) * filters + place.channel] ?? 0);
    const products = taps.map((tap, i) => tap * (patch[i] ?? 0));
    return { patch, kernel: taps, products, sum: total(products) };
  });
  const own = bias[place.channel] ?? 0;
  const sum = total(channels.map((channel) => channel.sum)) + own;
  return { kind: 'conv', size, channels, bias: own, sum, activation, output: activate(sum, activation) };
}

function denseAt(
  { input: shape }: LayerPlan,
  input: Float32Array,
  { kernel, bias }: LayerWeights,
  activation: Activation | undefined,
  unit: number,
): DenseArithmetic {
  const all = Array.from(input, (value, i): Contribution => {
    const weight = kernel[i * bias.length + unit] ?? 0;
    return { from: placeOf(shape, i), value, weight, product: value * weight };
  });
  const own = bias[unit] ?? 0;
  const sum = total(all.map(({ product }) => product)) + own;
  const sorted = all.sort((a, b) => Math.abs(b.product) - Math.abs(a.product));
  const rest = sorted.slice(SHOWN_CONTRIBUTIONS);
  return {
    kind: 'dense',
    largest: sorted.slice(0, SHOWN_CONTRIBUTIONS),
    rest: { count: rest.length, sum: total(rest.map(({ product }) => product)) },
    bias: own,
    sum,
    activation,
    output: activate(sum, activation),
  };
}

/** The values of one input channel under the window at a place; undefined beyond the map. */
function patchAt(
  plan: LayerPlan,
  input: Float32Array,
  size: number,
  { y, x }: Place,
  channel: number,
): (number | undefined)[] {
  const [height, width = 1] = plan.input;
  const { top, left } = windowAt(plan, y, x);
  return Array.from({ length: size * size }, (_, tap) => {
    const [row, column] = [top + Math.floor(tap / size), left + (tap % size)];
    const isInside = row >= 0 && column >= 0 && row < height && column < width;
    return isInside ? input[indexOf(plan.input, { y: row, x: column, channel })] : undefined;
  });
}

/** σ(x) of a weighted sum; the sum itself without an activation. */
function activate(sum: number, activation: Activation | undefined): number {
  switch (activation) {
    case undefined:
      return sum;
    case 'relu':
      return Math.max(0, sum);
    case 'sigmoid':
      return 1 / (1 + Math.exp(-sum));
    case 'tanh':
      return Math.tanh(sum);
    default:
      return activation satisfies never;
  }
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
