import { isSoftwareAdapter } from './backend-choice';

/** A device for kernels of our own. Whoever opened it closes it. */
export interface OpenGpu {
  readonly device: GPUDevice;
  /** Whether a processor imitates the GPU. */
  readonly software: boolean;
  /** Resolves with the reason when nothing that it computes can be trusted any more; never after `close`. */
  readonly lost: Promise<string>;
  close(): void;
}

/** What large networks need, as far as the adapter has it; the rest is what every adapter has. */
const LIMITS = ['maxBufferSize', 'maxStorageBufferBindingSize'] as const;

/** @throws where there is no adapter, or none that gives a device */
export async function openGpu(): Promise<OpenGpu> {
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('no graphics adapter');
  const device = await adapter.requestDevice({
    requiredLimits: Object.fromEntries(LIMITS.map((name) => [name, adapter.limits[name]])),
    requiredFeatures: adapter.features.has('timestamp-query') ? ['timestamp-query'] : [],
  });
  return {
    device,
    software: adapter.info ? isSoftwareAdapter(adapter.info) : false,
    lost: lossOf(device),
    close: () => device.destroy(),
  };
}

/** A device that runs out of memory or finds a command invalid goes on, but what it then computes is wrong. */
function lossOf(device: GPUDevice): Promise<string> {
  return new Promise((resolve) => {
    device.addEventListener('uncapturederror', ({ error }) => resolve(error.message));
    device.lost.then(({ reason, message }) => {
      if (reason !== 'destroyed') resolve(message || 'lost');
    });
  });
}
