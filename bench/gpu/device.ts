import { adapterName } from '../../src/engine/backend/backend-choice';
import { openGpu } from '../../src/engine/backend/gpu-device';

/** What npm's `webgpu` exports: Dawn for Node. */
interface Dawn {
  create(options: readonly string[]): GPU;
  /** Classes and flags that a browser has as globals. */
  readonly globals: object;
}

/** What the bench runs on. */
export interface Adapter {
  readonly name: string;
  /** All that the adapter says of itself. */
  readonly info: string;
  /** Whether a processor imitates the GPU. */
  readonly software: boolean;
  readonly features: readonly string[];
}

const FEATURES = ['shader-f16', 'subgroups', 'timestamp-query'] as const;

/**
 * Puts Dawn's WebGPU where a browser has it. Deno has its own.
 * @param address - of npm's `webgpu`
 */
export async function provideGpu(address: string | undefined): Promise<void> {
  if (!address) return;
  const { create, globals }: Dawn = await import(/* @vite-ignore */ address);
  Object.assign(globalThis, globals);
  const value = { gpu: create([]), userAgent: 'Node.js' };
  Object.defineProperty(globalThis, 'navigator', { value, configurable: true });
}

/** @throws Error where there is no adapter */
export async function adapterAtHand(): Promise<Adapter> {
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter)
    throw new Error('no graphics adapter: VK_DRIVER_FILES names a Vulkan driver, see bench/README.md');
  const gpu = await openGpu();
  gpu.close();
  const { vendor, architecture, device, description } = adapter.info;
  return {
    name: adapterName(adapter.info) ?? 'an adapter without a name',
    info: [vendor, architecture, device, description].filter(Boolean).join(', '),
    software: gpu.software,
    features: FEATURES.filter((name) => adapter.features.has(name)),
  };
}

/**
 * Listens to every device that is opened from now on: one that finds a command invalid goes on, and is the faster for it.
 * @returns what they complained of since it was last asked
 */
export function watchDevices(): () => string[] {
  const complaints: string[] = [];
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function request(...args) {
    const device = await requestDevice.apply(this, args);
    device.addEventListener('uncapturederror', ({ error }) => complaints.push(error.message));
    return device;
  };
  return () => complaints.splice(0);
}
