import { BATCH_NORM } from '../../model/layers/batch-norm';
import { paddingAround } from '../../model/layers/windows';
import { classesOf, INPUT_SIDE } from '../../model/network';
import { LEAKY_SLOPE } from '../../model/plain/activation';
import type { Activation } from '../../model/settings';
import { type LayerPlan, layerBefore, planOf, readingLayers } from '../../model/shapes';
import type { TrainedNetwork } from '../../model/trained-network';
import { channelsFirstRows, channelsFirstWindows } from '../kernel-layouts';
import { DATA_TYPES, type OnnxAttribute, type OnnxModel, type OnnxNode, type OnnxTensor } from './messages';

/** That which has GELU in its tanh form (2023); of what else is used here all is older. */
const OPSET = 20;
/** Of ONNX 1.15, the first with this opset. */
const IR_VERSION = 9;

/**
 * The network as a graph with a softmax at its end, for reading alone: no dropout. Maps are channels first, as ONNX has
 * them. Input `image`: float, [N, 1, 28, 28], 0 background to 1 ink; output `probabilities`: float, [N, classes].
 */
export function toOnnx(
  { settings, weights }: TrainedNetwork,
  metadata: ReadonlyMap<string, string>,
): OnnxModel {
  const layers = readingLayers(planOf(settings.network));
  const graph = new GraphWriter('image');
  const inputs: string[] = [];
  let taken = 0;
  for (const [at, plan] of layers.entries()) {
    const own = weights.slice(taken, taken + plan.weights.length);
    taken += own.length;
    const around = inputs[layerBefore(layers.slice(0, at))] ?? graph.value;
    inputs.push(graph.value);
    writeLayer(graph, `${plan.layer.type}_${at}`, plan, own, around);
    if (plan.isActivated) writeActivation(graph, `activation_${at}`, settings.activation);
  }
  graph.node('Softmax', 'softmax', [], [{ name: 'axis', int: -1 }], 'probabilities');
  return {
    ...{ irVersion: IR_VERSION, opset: OPSET, producer: 'Digit Lab', producerVersion: '1' },
    ...{ name: 'digit_lab', nodes: graph.nodes, initializers: graph.initializers, metadata },
    inputs: [{ name: 'image', type: DATA_TYPES.float, dims: ['N', 1, INPUT_SIDE, INPUT_SIDE] }],
    outputs: [{ name: 'probabilities', type: DATA_TYPES.float, dims: ['N', classesOf(settings.network)] }],
  };
}

/** Nodes one after the other. */
class GraphWriter {
  readonly nodes: OnnxNode[] = [];
  readonly initializers: OnnxTensor[] = [];

  /** @param value - the value that the graph has come to */
  constructor(public value: string) {}

  /** @param more - inputs besides the value */
  node(
    operator: string,
    name: string,
    more: readonly string[],
    attributes: readonly OnnxAttribute[] = [],
    output = `${name}_out`,
  ): void {
    const inputs = [this.value, ...more];
    this.nodes.push({ operator, name, domain: '', inputs, outputs: [output], attributes });
    this.value = output;
  }

  tensor(name: string, dims: readonly number[], values: Float32Array): string {
    this.initializers.push({ name, dims, type: DATA_TYPES.float, values });
    return name;
  }
}

function writeLayer(
  graph: GraphWriter,
  name: string,
  plan: LayerPlan,
  own: readonly Float32Array[],
  around: string,
): void {
  const { layer, input, weights } = plan;
  const tensors = new Map(weights.map(({ role }, i) => [role, own[i] as Float32Array]));
  const vector = (role: 'bias' | 'scale' | 'shift' | 'mean' | 'variance') => {
    const values = tensors.get(role);
    return values ? [graph.tensor(`${name}.${role}`, [values.length], values)] : [];
  };
  const windows = (role: 'kernel' | 'depthwise', size: number, inputs: number, outputs: number) =>
    graph.tensor(
      `${name}.${role}`,
      [outputs, inputs, size, size],
      channelsFirstWindows(tensors.get(role) as Float32Array, inputs, outputs),
    );
  switch (layer.type) {
    case 'conv': {
      const kernel = windows('kernel', layer.kernel, input[2] ?? 1, layer.filters);
      graph.node('Conv', name, [kernel, ...vector('bias')], sliding(plan, layer));
      break;
    }
    case 'separable-conv': {
      const channels = input[2] ?? 1;
      // [height, width, in, 1] is [height, width, 1, in]: each map has one kernel.
      const each = windows('depthwise', layer.kernel, 1, channels);
      graph.node('Conv', `${name}_each`, [each], [...sliding(plan, layer), { name: 'group', int: channels }]);
      graph.node('Conv', name, [windows('kernel', 1, channels, layer.filters), ...vector('bias')]);
      break;
    }
    case 'max-pool':
    case 'avg-pool':
      graph.node(
        layer.type === 'max-pool' ? 'MaxPool' : 'AveragePool',
        name,
        [],
        [
          { name: 'kernel_shape', ints: [layer.size, layer.size] },
          { name: 'strides', ints: [layer.stride, layer.stride] },
        ],
      );
      break;
    case 'global-avg-pool':
      graph.node('GlobalAveragePool', name, []);
      graph.node('Flatten', `${name}_flat`, [], [{ name: 'axis', int: 1 }]);
      break;
    case 'batch-norm':
      graph.node(
        'BatchNormalization',
        name,
        [...vector('scale'), ...vector('shift'), ...vector('mean'), ...vector('variance')],
        [{ name: 'epsilon', float: BATCH_NORM.epsilon }],
      );
      break;
    case 'dense': {
      if (input.length === 3) graph.node('Flatten', `${name}_flat`, [], [{ name: 'axis', int: 1 }]);
      const rows = channelsFirstRows(tensors.get('kernel') as Float32Array, input);
      const kernel = graph.tensor(`${name}.kernel`, [rows.length / layer.units, layer.units], rows);
      graph.node('Gemm', name, [kernel, ...vector('bias')]);
      break;
    }
    case 'residual':
      graph.node('Add', name, [around]);
      break;
    case 'dropout':
      break;
    default:
      layer satisfies never;
  }
}

/** Zeros where TensorFlow's rule has them. */
function sliding(
  { input }: LayerPlan,
  { kernel, stride, padding }: { kernel: number; stride: number; padding: 'valid' | 'same' },
): OnnxAttribute[] {
  const { before, after } = paddingAround(input[0], kernel, stride, padding);
  return [
    { name: 'strides', ints: [stride, stride] },
    { name: 'pads', ints: [before, before, after, after] },
  ];
}

function writeActivation(graph: GraphWriter, name: string, activation: Activation): void {
  const [operator, ...attributes] = OPERATORS[activation];
  graph.node(operator, name, [], attributes);
}

const OPERATORS: Readonly<Record<Activation, readonly [string, ...OnnxAttribute[]]>> = {
  relu: ['Relu'],
  'leaky-relu': ['LeakyRelu', { name: 'alpha', float: LEAKY_SLOPE }],
  gelu: ['Gelu', { name: 'approximate', text: 'tanh' }],
  sigmoid: ['Sigmoid'],
  tanh: ['Tanh'],
};
