import type { LayerOutput } from '../../../protocol/inspect';
import { type KernelSettings, kernelPlan, writeModule } from './kernel-plan';
import { NetworkKernels } from './network-kernels';

/** Kernels that keep every layer's values of one image, written when they are first asked. */
export class ImageKernels {
  private kernels: Promise<NetworkKernels> | undefined;

  constructor(private readonly settings: KernelSettings) {}

  /**
   * Of every layer but dropout, input side first.
   * @param image - [784], 0 to 1
   * @param parameters - those of this moment, in the kernels' own order, taken once the kernels are there
   */
  async activations(image: Float32Array, parameters: () => Float32Array): Promise<LayerOutput[]> {
    this.kernels ??= createKernels(this.settings);
    // A failure is not kept: there may be memory the next time.
    this.kernels.catch(() => {
      this.kernels = undefined;
    });
    const kernels = await this.kernels;
    kernels.setParameters(parameters());
    return kernels.activations(image);
  }
}

async function createKernels(settings: KernelSettings): Promise<NetworkKernels> {
  const plan = kernelPlan(settings, 'read');
  return new NetworkKernels(await WebAssembly.compile(writeModule(plan)), plan);
}
