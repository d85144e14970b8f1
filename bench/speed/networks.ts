import type { Activation, OptimizerSettings } from '../../src/model/settings';

export interface BenchNetwork {
  readonly notation: string;
  readonly activation: Activation;
  /** Where it is not trained by plain Adam. */
  readonly optimization?: Partial<OptimizerSettings>;
}

/** That of the tfjs-examples, which every trainer can be given. */
export const REFERENCE_NETWORK: BenchNetwork = { notation: 'c8k5-p2-c16k5-p2-d10', activation: 'relu' };

/** Others, so that the speed is no special case. */
export const OTHER_NETWORKS = {
  wide: { notation: 'c24k5-p2-c32k3-p2-d128-d10', activation: 'relu' },
  /** As 'wide', with normalisations. */
  normalised: { notation: 'c24k5-p2-n-c32k3-p2-n-d128-n-d10', activation: 'relu' },
  same: { notation: 'c16k3same-p2-c32k3same-p2-d10', activation: 'relu' },
  stride: { notation: 'c16k5s2-c32k3s2-d64-d10', activation: 'relu' },
  mlp: { notation: 'd128-d256-d10', activation: 'sigmoid' },
  odd: { notation: 'c5k3-p2-c10k3-p2-d10', activation: 'relu' },
} as const satisfies Record<string, BenchNetwork>;

const { wide } = OTHER_NETWORKS;

/** The lab's default network trained by more than Adam: what that costs, beside `wide`. */
export const RECIPES = {
  adamw: { ...wide, optimization: { optimizer: 'adamw', weightDecay: 0.01 } },
  ema: { ...wide, optimization: { ema: 0.999 } },
  clip: { ...wide, optimization: { clipNorm: 1 } },
} as const satisfies Record<string, BenchNetwork>;

export const BATCH = 128;
export const LEARNING_RATE = 0.001;
