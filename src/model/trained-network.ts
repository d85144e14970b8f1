import type { Network } from './network';
import type { Settings } from './settings';
import { planNetwork, weightSizes } from './shapes';

/** A network with what it has learnt, apart from any engine: what is kept, opened and taken away. */
export interface TrainedNetwork {
  /** That it was made and trained by. */
  readonly settings: Settings;
  /** One array a weight tensor, in the order of the plan (`planOf(settings.network)`); finite. */
  readonly weights: readonly Float32Array[];
  /** That the weights have seen. */
  readonly trainedBatches: number;
}

/** Whether these are as many values as each weight tensor of the network has. False for an impossible network. */
export function areWeightsOf(network: Network, tensors: readonly Float32Array[]): boolean {
  const planned = planNetwork(network);
  if (!planned.ok) return false;
  const sizes = weightSizes(planned.plan);
  return sizes.length === tensors.length && sizes.every((size, i) => tensors[i]?.length === size);
}
