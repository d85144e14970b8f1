import type { Examples } from './examples';
import type { NodeGradient } from './gradient-tree';
import type { KernelSettings } from './kernel-plan';
import type { KernelState } from './kernel-state';
import type { ShardResult } from './shard-result';
import type { Shards } from './shards';

/** What the step asks of a shard worker. */
export type ShardRequest =
  | {
      readonly type: 'start';
      readonly module: WebAssembly.Module;
      readonly settings: KernelSettings;
      /** What this worker computes of each batch. */
      readonly share: Shards;
    }
  /** All parameters, in the kernels' own order. Also forgets the optimizer's state. */
  | { readonly type: 'parameters'; readonly parameters: Float32Array }
  | { readonly type: 'restore'; readonly state: KernelState }
  /** Answered by `gradients`. Begins when the `update` of the one before has come. */
  | { readonly type: 'compute'; readonly examples: Examples; readonly step: number }
  /** The other gradients of the batch, or the whole: update the weights. */
  | { readonly type: 'update'; readonly gradients: readonly NodeGradient[]; readonly learningRate: number }
  /** Answered by `logits`. */
  | { readonly type: 'logits'; readonly pixels: Uint8Array<ArrayBuffer> };

export type ShardAnswer =
  | { readonly type: 'started' }
  | { readonly type: 'failed'; readonly error: string; readonly megabytes?: number }
  | {
      readonly type: 'gradients';
      readonly gradients: readonly NodeGradient[];
      /** Of each shard of the share, in order. */
      readonly results: readonly ShardResult[];
      /** The buffer of the images comes back, to be filled again. */
      readonly buffer: ArrayBuffer;
    }
  | { readonly type: 'logits'; readonly logits: Float32Array; readonly buffer: ArrayBuffer };
