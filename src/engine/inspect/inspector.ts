import { kernelShape } from '../../model/kernels';
import { multipliedOut } from '../../model/layers/separable-conv';
import { trace } from '../../model/plain/trace';
import type { Settings } from '../../model/settings';
import { type LayerPlan, planOf, readingLayers } from '../../model/shapes';
import type { Attribution, LayerOutput, LayerWeights, NormWeights } from '../../protocol/inspect';
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

  /** Of the layers with these numbers; those without kernels are left out. */
  async weights(numbers: readonly number[]): Promise<LayerWeights[]> {
    const all = await this.tensors();
    return numbers.flatMap((layer) => {
      const plan = this.layers[layer];
      const shape = plan && kernelShape(plan);
      if (!plan || !shape) return [];
      const own = new Map(plan.weights.map(({ role }, i) => [role, all[layer]?.[i]]));
      const [kernel, depthwise] = [own.get('kernel'), own.get('depthwise')];
      const bias = own.get('bias') ?? new Float32Array(plan.output.at(-1) ?? 0);
      if (!kernel) return [];
      if (!depthwise) return [{ layer, shape, kernel, bias }];
      const separable = { depthwise, pointwise: kernel };
      return [{ layer, shape, kernel: multipliedOut(depthwise, kernel, bias.length), bias, separable }];
    });
  }

  /** Undefined where the layer of that number is no batch normalisation. */
  async normalisation(layer: number): Promise<NormWeights | undefined> {
    if (this.layers[layer]?.layer.type !== 'batch-norm') return undefined;
    const [scale, shift, mean, variance] = (await this.tensors())[layer] ?? [];
    return scale && shift && mean && variance && { layer, scale, shift, mean, variance };
  }

  /** The weights of each layer. */
  private async tensors(): Promise<Float32Array[][]> {
    const remaining = (await this.network.runtime.weights()).values();
    return this.layers.map(({ weights }) => weights.map(() => remaining.next().value as Float32Array));
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
