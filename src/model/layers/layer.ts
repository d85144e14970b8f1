import { z } from 'zod';

/** `[height, width, channels]` of maps, or `[units]` of a vector. */
export type Shape = readonly [number, number, number] | readonly [number];

/** One trainable tensor. Kernels of convolutions are `[height, width, in, out]`, of dense layers `[in, out]`. */
export interface WeightShape {
  readonly role: 'kernel' | 'bias';
  readonly shape: readonly number[];
}

export const sizeOf = (shape: readonly number[]): number =>
  shape.reduce((product, side) => product * side, 1);

/** What a layer makes of an input, wherever it stands. */
export interface LayerShapes {
  readonly output: Shape;
  /** Kernel, then bias; empty for layers that learn nothing. */
  readonly weights: readonly WeightShape[];
  /** Multiplications and additions of one image's forward pass. */
  readonly flops: number;
}

/** Why a layer cannot take an input. */
export type ShapeProblem = { code: 'maps-after-dense' } | { code: 'too-small'; side: number; needs: number };

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
  /** The activation is applied to what it makes, unless that is the logits. */
  readonly isActivated: boolean;

  /** One token of the notation. */
  format(layer: Layer): string;
  /** The reverse; undefined for the token of another type. Ranges are checked by the schema. */
  parse(token: string): Layer | undefined;

  shapes(layer: Layer, input: Shape): LayerShapes | ShapeProblem;
  /** How its windows lie on its input; undefined where each output sees all of it. */
  windows(layer: Layer, input: Shape): Windows | undefined;

  /**
   * One image, in double precision, without dropout.
   * @param weights - as in the shapes
   */
  forward(placed: PlacedLayer<Layer>, input: Float64Array, weights: readonly Float32Array[]): Float64Array;
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
