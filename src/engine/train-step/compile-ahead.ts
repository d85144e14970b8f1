import type { Settings } from '../../model/settings';
import type { OpenGpu } from '../backend/gpu-device';
import { againstFast, onGpu } from './choose-step';

/**
 * Has a device compile what runs would need, so that Train need not wait for it. One at a time: of those that were asked
 * for meanwhile only the latest.
 */
export class CompileAhead {
  private next: (() => Promise<void>) | undefined;
  private isBusy = false;

  /** What fails here fails again when it is needed, and is told then. */
  async compile(settings: Settings, gpu: OpenGpu): Promise<void> {
    this.next = () => compile(settings, gpu);
    if (this.isBusy) return;
    this.isBusy = true;
    while (this.next) {
      const { next } = this;
      this.next = undefined;
      await next().catch(() => {});
    }
    this.isBusy = false;
  }
}

async function compile(settings: Settings, gpu: OpenGpu): Promise<void> {
  if (againstFast(settings, 'webgpu')) return;
  const { compileWebGpuStep } = await import('./webgpu/webgpu-step');
  const training = { images: new Uint8Array(0), labels: new Uint8Array(0) };
  const parts = { weights: [], training, cores: navigator.hardwareConcurrency };
  await compileWebGpuStep(onGpu(settings, parts, gpu));
}
