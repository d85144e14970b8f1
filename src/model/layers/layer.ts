import { z } from 'zod';

/** `[height, width, channels]` of maps, or `[units]` of a vector. */
export type Shape = readonly [number, number, number] | readonly [number];

/** What a tensor of weights is for. */
type WeightRole = 'kernel' | 'depthwise' | 'bias' | 'scale' | 'shift' | 'mean' | 'variance';

/** Whether a tensor is changed by gradients; running averages are not. */
export function isTrained(role: WeightRole): boolean {
  switch (role) {
    case 'kernel':
    case 'depthwise':
    case 'bias':
    case 'scale':
    case 'shift':
      return true;
    case 'mean':
    case 'variance':
      return false;
    default:
      return role satisfies never;
  }
}

/** Whether a tensor is what inputs are multiplied by and added up: the weight decay touches these alone. */
export const isKernel = (role: WeightRole): boolean => role === 'kernel' || role === 'depthwise';

/**
 * One tensor of weights. Kernels of convolutions are `[height, width, in, out]`, of dense layers `[in, out]`; those of
 * a depthwise convolution `[height, width, in, 1]`, of which each output has one input alone.
 */
export interface WeightShape {
  readonly role: WeightRole;
  readonly shape: readonly number[];
}

export const sizeOf = (shape: readonly number[]): number =>
  shape.reduce((product, side) => product * side, 1);

/** What a layer makes of an input, wherever it stands. */
export interface LayerShapes {
  readonly output: Shape;
  /** Kernel (of a separable convolution two), then bias; empty for layers that learn nothing. */
  readonly weights: readonly WeightShape[];
  /** Multiplications and additions of one image's forward pass. */
  readonly flops: number;
}

/** Why a layer cannot take an input. */
export type ShapeProblem =
  | { code: 'maps-after-dense' }
  | { code: 'too-small'; side: number; needs: number }
  /** A residual addition stands first, or behind a dropout layer. */
  | { code: 'nothing-before' }
  | { code: 'adds-dropout' }
  /** What it would add is of another shape, such as '28×28×1', than what it would be added to. */
  | { code: 'shapes-differ'; from: string; to: string };

/** How windows lie on an input. */
export interface Windows {
  readonly size: number;
  readonly stride: number;
  /** Zeros above the input and to the left of it. */
  readonly above: number;
  readonly before: number;
}

/** A layer at its place. */
export interface PlacedLayer<Layer> {
  readonly layer: Layer;
  readonly input: Shape;
  readonly output: Shape;
}

/**
 * Everything about a type of layer that is plain data or plain arithmetic; the table in layer-types.ts lists them. What
 * a device computes is the engine's.
 */
export interface LayerDescriptor<Layer extends { readonly type: string }> {
  /** Its parameters and their ranges. */
  readonly schema: z.ZodType<Layer>;
  /** It does something in training alone; while reading it is left out. */
  readonly isForTraining: boolean;
  /**
   * What becomes of the activation: it is applied to the layer's own sums, unless a normalisation follows; a
   * normalisation takes over that of the layer in front of it; pooling lets it wait for one; of others there is none.
   */
  readonly activation: 'own' | 'taken-over' | 'passed-on' | 'none';

  /** One token of the notation. */
  format(layer: Layer): string;
  /** The reverse; undefined for the token of another type. Ranges are checked by the schema. */
  parse(token: string): Layer | undefined;

  /** @param before - the layer in front of it; undefined for the first */
  shapes(
    layer: Layer,
    input: Shape,
    before?: { readonly type: string; readonly input: Shape },
  ): LayerShapes | ShapeProblem;
  /** How its windows lie on its input; undefined where each output sees all of it. */
  windows(layer: Layer, input: Shape): Windows | undefined;

  /**
   * One image, in double precision, without dropout.
   * @param weights - as in the shapes
   * @param around - what the layer before was given
   */
  forward(
    placed: PlacedLayer<Layer>,
    input: Float64Array,
    weights: readonly Float32Array[],
    around?: Float64Array,
  ): Float64Array;
  /**
   * Gradient by the input.
   * @param gradient - by what `forward` returned
   */
  backward(
    placed: PlacedLayer<Layer>,
    gradient: Float64Array,
    input: Float64Array,
    weights: readonly Float32Array[],
  ): Float64Array;
}

/** A whole number within a range. */
export const whole = ([min, max]: readonly [number, number]) => z.number().int().min(min).max(max);
