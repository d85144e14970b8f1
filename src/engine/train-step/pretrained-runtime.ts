import type { LabelledImages } from '../../data/dataset';
import { trace } from '../../model/plain/trace';
import { type Settings, trainedNetwork } from '../../model/settings';
import { type LayerPlan, planOf, readingLayers } from '../../model/shapes';
import type { LayerOutput } from '../../protocol/inspect';
import type { NetworkRuntime } from './network-runtime';
import { hasSimd } from './wasm/engine-features';
import { createWasmStep } from './wasm/wasm-step';

/** @returns undefined where the browser can't run its kernels */
export const pretrainedRuntime = (
  settings: Settings,
  weights: readonly Float32Array[],
): NetworkRuntime | undefined => (hasSimd() ? new PretrainedRuntime(settings, weights) : undefined);

/**
 * Weights that came trained: to read with, not to train. It reads single images at once, by the plain forward pass; its
 * kernels, which take some tenths of a second to be written and compiled on a page that was just opened, are made when
 * more is asked of it.
 */
export class PretrainedRuntime implements NetworkRuntime {
  private own: readonly Float32Array[];
  private readonly layers: readonly LayerPlan[];
  private making: Promise<NetworkRuntime> | undefined;
  private made: NetworkRuntime | undefined;

  /** @param weights - in the order of the plan; copied */
  constructor(
    private readonly settings: Settings,
    weights: readonly Float32Array[],
  ) {
    this.own = copied(weights);
    this.layers = readingLayers(planOf(trainedNetwork(settings)));
  }

  setWeights(weights: readonly Float32Array[]): void {
    this.own = copied(weights);
    this.made?.setWeights(weights);
  }

  async weights(): Promise<Float32Array[]> {
    return copied(this.own);
  }

  async ready(): Promise<void> {
    await this.kernels();
  }

  async logits(images: LabelledImages, positions: Uint32Array): Promise<Float32Array> {
    return (await this.kernels()).logits(images, positions);
  }

  async features(images: LabelledImages, positions: Uint32Array): Promise<Float32Array> {
    return (await this.kernels()).features(images, positions);
  }

  async activations(image: Float32Array): Promise<LayerOutput[]> {
    if (this.made) return this.made.activations(image);
    return trace(this.layers, this.own, this.settings.activation, image).map(({ plan, outputs }) => ({
      shape: plan.output,
      values: Float32Array.from(outputs),
    }));
  }

  get bytes(): number {
    return this.made?.bytes ?? 0;
  }

  dispose(): void {
    this.making?.then((kernels) => kernels.dispose()).catch(() => undefined);
  }

  /** @throws what createWasmStep throws */
  private kernels(): Promise<NetworkRuntime> {
    if (!this.making) {
      this.making = this.make();
      // A failure is not kept: there may be memory the next time.
      this.making.catch(() => {
        this.making = undefined;
      });
    }
    return this.making;
  }

  private async make(): Promise<NetworkRuntime> {
    const { settings, own } = this;
    const training = { images: new Uint8Array(0), labels: new Uint8Array(0) };
    const network = trainedNetwork(settings);
    const made = await createWasmStep({ ...settings, network, weights: own, training, workers: 1 });
    // Others may have come meanwhile.
    if (own !== this.own) made.setWeights(this.own);
    this.made = made;
    return made;
  }
}

const copied = (weights: readonly Float32Array[]): Float32Array[] => weights.map((tensor) => tensor.slice());
