import { kernelShape } from '../../../model/kernels';
import { BATCH_NORM } from '../../../model/layers/batch-norm';
import { activatedValue } from '../../../model/plain/activation';
import { windowAt } from '../../../model/receptive-field';
import type { Activation } from '../../../model/settings';
import { type LayerPlan, sizeOf } from '../../../model/shapes';
import type { LayerWeights, NormWeights } from '../../../protocol/inspect';
import type {
  Arithmetic,
  ChannelProducts,
  Contribution,
  ConvArithmetic,
  DenseArithmetic,
  NormArithmetic,
  SeparableArithmetic,
} from './arithmetic';
import { indexOf, type Place, placeOf } from './picture';

/** Contributions to a unit that are shown one by one. */
const SHOWN_CONTRIBUTIONS = 8;

/** What a layer can look at, row by row, channels last. */
interface Given {
  readonly input: Float32Array;
  /** What the layer before was given. */
  readonly around: Float32Array;
}

/**
 * @param weights - of the layer; undefined where it learns nothing
 * @returns undefined where the weights are needed and missing, or those of another network
 */
export function arithmeticAt(
  plan: LayerPlan,
  { input, around }: Given,
  weights: LayerWeights | NormWeights | undefined,
  activation: Activation,
  place: Place,
): Arithmetic | undefined {
  const { layer } = plan;
  const own = plan.isActivated ? activation : undefined;
  switch (layer.type) {
    case 'max-pool':
    case 'avg-pool':
    case 'global-avg-pool': {
      const size = layer.type === 'global-avg-pool' ? (plan.input[0] as number) : layer.size;
      const window = patchAt(plan, input, size, place, place.channel).map((value) => value ?? 0);
      const output = layer.type === 'max-pool' ? Math.max(...window) : total(window) / window.length;
      return { kind: 'pool', takes: layer.type === 'max-pool' ? 'maximum' : 'mean', size, window, output };
    }
    case 'batch-norm':
      return weights && 'variance' in weights && weights.mean.length === plan.output.at(-1)
        ? normAt(input[indexOf(plan.input, place)] ?? 0, weights, own, place.channel)
        : undefined;
    case 'residual': {
      const at = indexOf(plan.output, place);
      const [made = 0, given = 0] = [input[at], around[at]];
      return { kind: 'residual', made, given, output: made + given };
    }
    case 'conv':
    case 'separable-conv':
    case 'dense': {
      const isIts =
        weights && 'kernel' in weights && weights.kernel.length === sizeOf(kernelShape(plan) ?? []);
      if (!isIts) return undefined;
      if (layer.type === 'dense') return denseAt(plan, input, weights, own, place.channel);
      return layer.type === 'conv'
        ? convAt(plan, layer.kernel, input, weights, own, place)
        : separableAt(plan, layer.kernel, input, weights, own, place);
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
  return {
    kind: 'conv',
    size,
    channels,
    isLogit: false,
    bias: own,
    hasBias: hasBias(plan),
    sum,
    activation,
    output: activate(sum, activation),
  };
}

function normAt(
  value: number,
  weights: NormWeights,
  activation: Activation | undefined,
  channel: number,
): NormArithmetic {
  const at = (values: Float32Array) => values[channel] ?? 0;
  const [mean, scale, shift] = [at(weights.mean), at(weights.scale), at(weights.shift)];
  const deviation = Math.sqrt(at(weights.variance) + BATCH_NORM.epsilon);
  const normalised = (value - mean) / deviation;
  const sum = normalised * scale + shift;
  const output = activate(sum, activation);
  return { kind: 'norm', value, mean, deviation, normalised, scale, shift, sum, activation, output };
}

function separableAt(
  plan: LayerPlan,
  size: number,
  input: Float32Array,
  { separable, bias }: LayerWeights,
  activation: Activation | undefined,
  place: Place,
): SeparableArithmetic | undefined {
  if (!separable) return undefined;
  const { depthwise, pointwise } = separable;
  const inputs = plan.input[2] ?? 1;
  const channels = Array.from({ length: inputs }, (_, channel) => {
    const patch = patchAt(plan, input, size, place, channel);
    const kernel = patch.map((_, tap) => depthwise[tap * inputs + channel] ?? 0);
    const products = kernel.map((weight, i) => weight * (patch[i] ?? 0));
    const [sum, weight] = [total(products), pointwise[channel * bias.length + place.channel] ?? 0];
    return { patch, kernel, products, sum, weight, product: sum * weight };
  });
  const own = bias[place.channel] ?? 0;
  const sum = total(channels.map(({ product }) => product)) + own;
  const output = activate(sum, activation);
  const weighted = { isLogit: false, bias: own, hasBias: hasBias(plan), sum, activation, output };
  return { kind: 'separable', size, channels, ...weighted };
}

function denseAt(
  plan: LayerPlan,
  input: Float32Array,
  { kernel, bias }: LayerWeights,
  activation: Activation | undefined,
  unit: number,
): DenseArithmetic {
  const { input: shape, isOutput } = plan;
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
    isLogit: isOutput,
    bias: own,
    hasBias: hasBias(plan),
    sum,
    activation,
    output: activate(sum, activation),
  };
}

const hasBias = ({ weights }: LayerPlan): boolean => weights.some(({ role }) => role === 'bias');

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

/** The sum itself without an activation. */
const activate = (sum: number, activation: Activation | undefined): number =>
  activation === undefined ? sum : activatedValue(sum, activation);

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
