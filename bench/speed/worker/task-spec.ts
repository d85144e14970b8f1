import type { Backend } from '../../../src/model/settings';
import type { GpuCalls } from '../../../tests/fixtures/count-gpu-calls';
import type { BenchNetwork } from '../networks';

/** Images that are made for an epoch. */
export type MadeImages = 'realistic' | 'pseudo' | 'augmented';

/** What a worker is to do. Trainers but the last three on the reference network alone. */
export type TaskSpec =
  | { readonly kind: 'tfjs'; readonly backend: Backend }
  | { readonly kind: 'jax-js'; readonly device: 'wasm' | 'webgpu' }
  | { readonly kind: 'peak' }
  | { readonly kind: 'images'; readonly made: MadeImages }
  | { readonly kind: 'reference'; readonly network: BenchNetwork; readonly backend: Backend }
  | { readonly kind: 'wasm'; readonly network: BenchNetwork; readonly workers: number }
  /** In batches of so many images; everybody else's are of `BATCH`. */
  | { readonly kind: 'webgpu'; readonly network: BenchNetwork; readonly batch: number };

/** What a worker of the bench answers to. */
export interface TaskApi {
  /** Resolves when the task is warm. */
  start(spec: TaskSpec, warmUpMs: number): Promise<void>;
  /** Works for about `ms` milliseconds. @returns images, or floating point operations, a second */
  turn(ms: number): Promise<number>;
  /** @returns what a step asks of the graphics device, in the mean of some */
  calls(): Promise<GpuCalls>;
}
