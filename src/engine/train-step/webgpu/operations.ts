import { paddingAround } from '../../../model/layers/windows';
import type { ConvLayer, LayerType, PoolLayer } from '../../../model/network';
import type { Activation } from '../../../model/settings';
import { type LayerPlan, type NetworkPlan, type Shape, sizeOf } from '../../../model/shapes';

/** Weights are kept in vectors of four: outputs are filled up with zeros to whole ones. */
export const LANES = 4;
export const vectors = (count: number): number => Math.ceil(count / LANES);

/** Those whose slope follows from what they make (see against-gpu.ts). */
export type GpuActivation = Exclude<Activation, 'gelu'>;

/** The values between two operations, of one image: row by row, channels last. A vector is one pixel. */
interface Values {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly size: number;
  /** What made them last, so that a gradient goes on through it; undefined where nothing did. */
  readonly activation: GpuActivation | undefined;
  /** Whether a dense layer made them: its weights' gradient wants their gradient image by image as well. */
  readonly isDense: boolean;
}

/** Where the parameters of an operation begin, in vectors from the start; the bias follows the kernel. */
export interface Parameters {
  readonly kernelAt: number;
  readonly biasAt: number;
  /** The first behind the bias. */
  readonly end: number;
}

interface Between {
  /** Of the layer in the network, of the first where several are one operation. */
  readonly layer: number;
  /** Its number, which is also that of the values that it reads; it makes those of the next number. */
  readonly index: number;
  readonly from: Values;
  readonly to: Values;
  /** Whether something in front of it learns, so that it has to hand a gradient on. */
  readonly handsOn: boolean;
}

/** A convolution with its activation, and the max-pooling after it where both are done at once. */
export interface Convolution extends Between {
  readonly kind: 'conv';
  readonly kernel: number;
  readonly stride: number;
  /** Zeros above the input and to the left of it. */
  readonly above: number;
  readonly before: number;
  /** Whether there are zeros around the input at all. (Of an odd one the most are below and to the right.) */
  readonly padded: boolean;
  /** Of the maps before pooling. */
  readonly rows: number;
  readonly columns: number;
  /** Side of the pooling window, which is also its stride; 1 for none. */
  readonly pool: number;
  readonly parameters: Parameters;
}

export interface Pooling extends Between {
  readonly kind: PoolLayer['type'];
  readonly side: number;
  readonly stride: number;
}

export interface Dropout extends Between {
  readonly kind: 'dropout';
  readonly percent: number;
  /** Among the dropout layers, from 0. */
  readonly number: number;
}

export interface Dense extends Between {
  readonly kind: 'dense';
  readonly parameters: Parameters;
}

export type Operation = Convolution | Pooling | Dropout | Dense;

/** Pixels of a pooling window whose sums fit into the registers together. */
const MOST_POOLED = 9;

/**
 * A network as the kernels see it.
 * @throws RangeError for one that againstGpu refuses
 */
export function operationsOf({ layers }: NetworkPlan, activation: Activation): Operation[] {
  if (activation === 'gelu') throw new RangeError('no kernels for GELU');
  const operations: Operation[] = [];
  let from = valuesOf((layers[0] as LayerPlan).input);
  let place = 0;
  let dropouts = 0;
  for (let at = 0; at < layers.length; at++) {
    const plan = layers[at] as LayerPlan;
    const { layer } = plan;
    const number = at;
    const pool = pooledWith(plan, layers[at + 1]);
    if (pool > 1) at++;
    const { output } = layers[at] as LayerPlan;
    const to = valuesOf(output, plan.isActivated ? activation : undefined, layer.type);
    const between = { layer: number, index: operations.length, from, to, handsOn: place > 0 };
    switch (layer.type) {
      case 'conv': {
        const parameters = parametersAt(place, layer.kernel ** 2 * from.channels, to);
        operations.push({ kind: 'conv', ...between, ...windowsOf(layer, plan), pool, parameters });
        place = parameters.end;
        break;
      }
      case 'dense': {
        const parameters = parametersAt(place, from.size, to);
        operations.push({ kind: 'dense', ...between, parameters });
        place = parameters.end;
        break;
      }
      case 'max-pool':
      case 'avg-pool':
        operations.push({ kind: layer.type, ...between, side: layer.size, stride: layer.stride });
        break;
      case 'global-avg-pool':
        operations.push({ kind: 'avg-pool', ...between, side: from.height, stride: from.height });
        break;
      case 'dropout':
        operations.push({ kind: 'dropout', ...between, percent: layer.percent, number: dropouts++ });
        break;
      case 'batch-norm':
      case 'separable-conv':
      case 'residual':
        throw new RangeError(`no kernels for ${layer.type}, layer ${number}`);
      default:
        layer satisfies never;
    }
    from = to;
  }
  return operations;
}

/** Vectors of all parameters together. */
export const parameterVectors = (operations: readonly Operation[]): number =>
  operations.reduce((end, operation) => ('parameters' in operation ? operation.parameters.end : end), 0);

function valuesOf(shape: Shape, activation?: GpuActivation, madeBy?: LayerType): Values {
  const [height, width, channels] = shape.length === 1 ? [1, 1, shape[0]] : shape;
  return { height, width, channels, size: sizeOf(shape), activation, isDense: madeBy === 'dense' };
}

function windowsOf({ kernel, stride, padding }: ConvLayer, { input, output }: LayerPlan) {
  const [height, width = 1] = input;
  const [rows, columns = 1] = output;
  const vertical = paddingAround(height, kernel, stride, padding);
  const horizontal = paddingAround(width, kernel, stride, padding);
  return {
    kernel,
    stride,
    above: vertical.before,
    before: horizontal.before,
    padded: vertical.after > 0 || horizontal.after > 0,
    rows,
    columns,
  };
}

/** @param inputs - that each output has a weight for */
function parametersAt(place: number, inputs: number, { channels }: Values): Parameters {
  const biasAt = place + inputs * vectors(channels);
  return { kernelAt: place, biasAt, end: biasAt + vectors(channels) };
}

function pooledWith({ layer }: LayerPlan, next: LayerPlan | undefined): number {
  if (layer.type !== 'conv' || next?.layer.type !== 'max-pool') return 1;
  const { size, stride } = next.layer;
  return size === stride && size * size <= MOST_POOLED ? size : 1;
}
