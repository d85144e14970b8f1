import type { KernelSettings } from './kernel-plan';
import type { Examples, ShardResult } from './network-kernels';
import type { Shards } from './shards';

/** What the step asks of a shard worker. */
export type ShardRequest =
  | { readonly type: 'start'; readonly module: WebAssembly.Module; readonly settings: KernelSettings }
  /** All parameters, in the kernels' own order. Also forgets the optimizer's state. */
  | { readonly type: 'parameters'; readonly parameters: Float32Array }
  /** Answered by `sums`. Begins when the `update` of the one before has come. */
  | {
      readonly type: 'sum';
      readonly nodes: readonly Shards[];
      readonly examples: Examples;
      readonly step: number;
    }
  /** The gradient of the whole batch: update the weights. */
  | { readonly type: 'update'; readonly gradient: Float32Array<ArrayBuffer>; readonly learningRate: number }
  /** Answered by `logits`. */
  | { readonly type: 'logits'; readonly pixels: Uint8Array };

export type ShardAnswer =
  | { readonly type: 'started' }
  | { readonly type: 'failed'; readonly error: string; readonly megabytes?: number }
  | {
      readonly type: 'sums';
      /** The gradient of each node asked for. */
      readonly sums: readonly Float32Array<ArrayBuffer>[];
      /** Of each shard of the nodes, in order. */
      readonly results: readonly ShardResult[];
    }
  | { readonly type: 'logits'; readonly logits: Float32Array };
