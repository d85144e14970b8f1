import { BATCH_NORM } from '../../model/layers/batch-norm';
import { classesOf, INPUT_SIDE, type Layer } from '../../model/network';
import { LEAKY_SLOPE } from '../../model/plain/activation';
import type { Activation } from '../../model/settings';
import { trainedNetwork } from '../../model/settings';
import { type LayerPlan, layerBefore, planOf, type Shape, type WeightShape } from '../../model/shapes';
import type { TrainedNetwork } from '../../model/trained-network';

/** The classes of Keras that the lab's networks are made of; `Gelu` is an operation, all others are layers. */
export type KerasClass =
  | 'InputLayer'
  | 'Conv2D'
  | 'SeparableConv2D'
  | 'MaxPooling2D'
  | 'AveragePooling2D'
  | 'GlobalAveragePooling2D'
  | 'BatchNormalization'
  | 'Dense'
  | 'Dropout'
  | 'Flatten'
  | 'Add'
  | 'Activation'
  | 'LeakyReLU'
  | 'Gelu'
  | 'Softmax';

type KerasValue = string | number | boolean | readonly (number | null)[];

/** One layer of Keras at its place: the arguments of its constructor, which its configuration repeats. */
export interface KerasNode {
  readonly className: KerasClass;
  readonly name: string;
  readonly config: Readonly<Record<string, KerasValue>>;
  /** The names of those that it reads. */
  readonly inputs: readonly string[];
  /** Without the number of images. */
  readonly output: Shape;
  /** In Keras' order and layout, which are those of the plan. */
  readonly weights: readonly WeightShape[];
}

/** What a node is before it has its name. */
type Described = Pick<KerasNode, 'className' | 'config'>;

/**
 * The network as Keras builds it, in order: an input, each layer with its activation apart, probabilities at the end.
 * The Dropout setting is a layer of it.
 */
export function kerasNodes({ settings }: Pick<TrainedNetwork, 'settings'>): KerasNode[] {
  const { layers } = planOf(trainedNetwork(settings));
  const nodes: KerasNode[] = [];
  const counts = new Map<KerasClass, number>();
  let end = '';
  const add = (
    { className, config }: Described,
    output: Shape,
    { inputs = end === '' ? [] : [end], weights = [] }: Partial<Pick<KerasNode, 'inputs' | 'weights'>> = {},
  ) => {
    const count = (counts.get(className) ?? 0) + 1;
    counts.set(className, count);
    end = `${NAMES[className]}_${count}`;
    nodes.push({ className, name: end, config, inputs, output, weights });
  };

  add(describe('InputLayer', { batch_shape: [null, INPUT_SIDE, INPUT_SIDE, 1] }), [
    INPUT_SIDE,
    INPUT_SIDE,
    1,
  ]);
  /** What each layer is given. */
  const given: string[] = [];
  for (const plan of layers) {
    const around = given[layerBefore(layers.slice(0, given.length))];
    given.push(end);
    const { layer, input, output, weights } = plan;
    if (layer.type === 'dense' && input.length === 3) {
      add(describe('Flatten'), [input[0] * input[1] * input[2]]);
    }
    const inputs = layer.type === 'residual' && around !== undefined ? [end, around] : [end];
    add(described(plan), output, { inputs, weights });
    if (plan.isActivated) add(activationOf(settings.activation), output);
  }
  add(describe('Softmax'), [classesOf(settings.network)]);
  return nodes;
}

const NAMES: Readonly<Record<KerasClass, string>> = {
  InputLayer: 'images',
  Conv2D: 'conv',
  SeparableConv2D: 'separable_conv',
  MaxPooling2D: 'max_pool',
  AveragePooling2D: 'average_pool',
  GlobalAveragePooling2D: 'global_average_pool',
  BatchNormalization: 'batch_norm',
  Dense: 'dense',
  Dropout: 'dropout',
  Flatten: 'flatten',
  Add: 'add',
  Activation: 'activation',
  LeakyReLU: 'leaky_relu',
  Gelu: 'gelu',
  Softmax: 'probabilities',
};

const describe = (className: KerasClass, config: Described['config'] = {}): Described => ({
  className,
  config,
});

function described({ layer, weights }: LayerPlan): Described {
  switch (layer.type) {
    case 'conv':
      return describe('Conv2D', { ...sliding(layer), use_bias: hasBias(weights) });
    case 'separable-conv':
      return describe('SeparableConv2D', { ...sliding(layer), use_bias: hasBias(weights) });
    case 'max-pool':
      return describe('MaxPooling2D', pooling(layer));
    case 'avg-pool':
      return describe('AveragePooling2D', pooling(layer));
    case 'global-avg-pool':
      return describe('GlobalAveragePooling2D');
    case 'batch-norm':
      return describe('BatchNormalization', { momentum: BATCH_NORM.keep, epsilon: BATCH_NORM.epsilon });
    case 'dense':
      return describe('Dense', { units: layer.units, use_bias: hasBias(weights) });
    case 'dropout':
      return describe('Dropout', { rate: layer.percent / 100 });
    case 'residual':
      return describe('Add');
    default:
      return layer satisfies never;
  }
}

/** In front of a normalisation there is none. */
const hasBias = (weights: readonly WeightShape[]) => weights.some(({ role }) => role === 'bias');

const sliding = ({
  filters,
  kernel,
  stride,
  padding,
}: Extract<Layer, { type: 'conv' | 'separable-conv' }>) => ({
  filters,
  kernel_size: [kernel, kernel],
  strides: [stride, stride],
  padding,
});

const pooling = ({ size, stride }: Extract<Layer, { type: 'max-pool' | 'avg-pool' }>) => ({
  pool_size: [size, size],
  strides: [stride, stride],
});

function activationOf(activation: Activation): Described {
  switch (activation) {
    case 'relu':
    case 'sigmoid':
    case 'tanh':
      return describe('Activation', { activation });
    case 'leaky-relu':
      return describe('LeakyReLU', { negative_slope: LEAKY_SLOPE });
    case 'gelu':
      return describe('Gelu', { approximate: true });
    default:
      return activation satisfies never;
  }
}
