import { trace } from '../../model/plain/trace';
import type { Settings } from '../../model/settings';
import { type LayerPlan, planOf, readingLayers } from '../../model/shapes';
import type { Attribution, LayerOutput, LayerWeights } from '../../protocol/inspect';
import type { NetworkRuntime } from '../train-step/network-runtime';
import { attributionOf } from './attribution';

/** What is taken apart: weights of this moment, and what they belong to. */
interface InspectedNetwork {
  readonly runtime: Pick<NetworkRuntime, 'weights'>;
  readonly settings: Pick<Settings, 'network' | 'activation'>;
}

/**
 * Answers about the inside of one network, from a copy of its weights and in double precision: so they are the same
 * whatever device it trains on, and ask nothing of that device but the weights.
 */
export class Inspector {
  private readonly layers: readonly LayerPlan[];

  constructor(private readonly network: InspectedNetwork) {
    // A layer for the Dropout setting changes neither the weights nor the numbers of the layers.
    this.layers = readingLayers(planOf(network.settings.network));
  }

  /** Of the layers with these numbers; those without weights are left out. */
  async weights(numbers: readonly number[]): Promise<LayerWeights[]> {
    const remaining = (await this.network.runtime.weights()).values();
    const take = () => remaining.next().value as Float32Array;
    return this.layers.flatMap(({ weights: [shape] }, layer) => {
      if (!shape) return [];
      const own = { layer, shape: shape.shape, kernel: take(), bias: take() };
      return numbers.includes(layer) ? [own] : [];
    });
  }

  /** Undefined where there is no layer of that number. */
  async weightedSums(image: Float32Array, layer: number): Promise<LayerOutput | undefined> {
    const traced = (await this.trace(image))[layer];
    return traced && { shape: traced.plan.output, values: Float32Array.from(traced.sums) };
  }

  async attribution(image: Float32Array, digit: number): Promise<Attribution> {
    return attributionOf(await this.trace(image), this.network.settings.activation, digit);
  }

  private async trace(image: Float32Array) {
    return trace(this.layers, await this.network.runtime.weights(), this.network.settings.activation, image);
  }
}
