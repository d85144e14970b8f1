import type { PoolLayer } from '../../../model/network';
import type { FusedActivation } from './kernels/activation';
import type { Layout } from './layout';

/** A part of a network as the kernels see it: what follows what (stages.ts), and how the values between lie in memory. */
export type Stage =
  | ConvStage
  | DepthwiseStage
  | ResidualStage
  | GeluStage
  | PoolStage
  | NormStage
  | DropoutStage
  | DenseStage;

interface Between {
  /** Index of the layer in the network, of the first where several are one stage; a layer may be several stages. */
  readonly layer: number;
  readonly input: Layout;
  readonly output: Layout;
}

/** A convolution with its activation, and the max-pooling after it where both are done at once. */
export interface ConvStage extends Between {
  readonly kind: 'conv';
  readonly kernel: number;
  readonly stride: number;
  /** Side of the pooling window, which is also its stride; 1 for none. */
  readonly pool: number;
  /** None where another stage goes on with the sums. */
  readonly activation: FusedActivation | undefined;
  /** None in front of a normalisation. */
  readonly hasBias: boolean;
}

/** The first part of a separable convolution; the second is a ConvStage with a kernel of 1×1. */
export interface DepthwiseStage extends Between {
  readonly kind: 'depthwise';
  readonly kernel: number;
  readonly stride: number;
  readonly hasBias: false;
}

/** Adds the values at another boundary, which lie in front of the layer before. */
export interface ResidualStage extends Between {
  readonly kind: 'residual';
  /** Boundary i is in front of stage i. */
  readonly given: { readonly boundary: number; readonly layout: Layout };
}

/** GELU of a stage's sums, which its gradient needs again: its slope can't be told from what it makes. */
export interface GeluStage extends Between {
  readonly kind: 'gelu';
}

export interface PoolStage extends Between {
  readonly kind: PoolLayer['type'];
  readonly size: number;
  readonly stride: number;
}

/** A batch normalisation, by its statistics over a block of images, with the activation that follows it. */
export interface NormStage extends Between {
  readonly kind: 'batch-norm';
  readonly activation: FusedActivation | undefined;
}

export interface DropoutStage extends Between {
  readonly kind: 'dropout';
  readonly percent: number;
  /** Among the dropout layers, from 0. */
  readonly number: number;
}

export interface DenseStage extends Between {
  readonly kind: 'dense';
  /** None for the logits, and where another stage goes on with the sums. */
  readonly activation: FusedActivation | undefined;
  readonly hasBias: boolean;
}

/** Whether a stage is a weighted sum. */
export function hasWeights(stage: Stage): stage is ConvStage | DepthwiseStage | DenseStage {
  switch (stage.kind) {
    case 'conv':
    case 'depthwise':
    case 'dense':
      return true;
    case 'max-pool':
    case 'avg-pool':
    case 'batch-norm':
    case 'dropout':
    case 'gelu':
    case 'residual':
      return false;
    default:
      return stage satisfies never;
  }
}
