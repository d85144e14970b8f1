import type { Layer, Network } from './network';
import { type LayerPlan, planNetwork, readingLayers } from './shapes';

/** A layer that learns. */
export interface WeightLayer {
  /** Its number (see LayerWeights). */
  readonly layer: number;
  readonly plan: LayerPlan;
  /** Filters of a convolution, units of a dense layer. */
  readonly outputs: number;
}

/**
 * The layers of a network that learn.
 * @param types - all of them, or the convolutions alone
 */
export function weightLayers(network: Network, types: readonly Layer['type'][]): WeightLayer[] {
  const planned = planNetwork(network);
  if (!planned.ok) return [];
  return readingLayers(planned.plan).flatMap((plan, layer) => {
    if (plan.weights.length === 0 || !types.includes(plan.layer.type)) return [];
    return [{ layer, plan, outputs: plan.output.at(-1) ?? 0 }];
  });
}
