import type { Activation } from '../../../model/settings';
import type { Place } from './picture';

/** How one value of a layer comes about, in double precision from the layer's input and weights. */
export type Arithmetic =
  | ConvArithmetic
  | SeparableArithmetic
  | PoolArithmetic
  | NormArithmetic
  | ResidualArithmetic
  | DenseArithmetic;

interface Activated {
  /** Of all products and the bias. */
  readonly sum: number;
  /** Undefined for the logits, and where a normalisation takes it over. */
  readonly activation: Activation | undefined;
  readonly output: number;
}

interface Weighted extends Activated {
  readonly bias: number;
  /** In front of a normalisation there is none. */
  readonly hasBias: boolean;
  readonly isLogit: boolean;
}

export interface ConvArithmetic extends Weighted {
  readonly kind: 'conv';
  /** Of the square kernel. */
  readonly size: number;
  readonly channels: readonly ChannelProducts[];
}

/** One input channel's part of a weighted sum; row by row, [size × size]. */
export interface ChannelProducts {
  /** Undefined where the kernel reaches beyond the map and meets padding, which counts as 0. */
  readonly patch: readonly (number | undefined)[];
  readonly kernel: readonly number[];
  readonly products: readonly number[];
  readonly sum: number;
}

export interface SeparableArithmetic extends Weighted {
  readonly kind: 'separable';
  /** Of the square depthwise kernels. */
  readonly size: number;
  /** `kernel` is the depthwise one; its sum goes on with a weight of the 1×1 convolution. */
  readonly channels: readonly (ChannelProducts & { readonly weight: number; readonly product: number })[];
}

export interface ResidualArithmetic {
  readonly kind: 'residual';
  /** By the layer before. */
  readonly made: number;
  /** To the layer before. */
  readonly given: number;
  readonly output: number;
}

export interface PoolArithmetic {
  readonly kind: 'pool';
  readonly takes: 'maximum' | 'mean';
  readonly size: number;
  /** Row by row, [size × size]. */
  readonly window: readonly number[];
  readonly output: number;
}

export interface NormArithmetic extends Activated {
  readonly kind: 'norm';
  readonly value: number;
  readonly mean: number;
  /** √(variance + ε) */
  readonly deviation: number;
  /** (value − mean) / deviation */
  readonly normalised: number;
  readonly scale: number;
  readonly shift: number;
}

export interface DenseArithmetic extends Weighted {
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
