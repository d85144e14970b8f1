import type { BatchResult } from '../../../protocol/run';

export interface ShardResult {
  /** Sum of the losses of a shard's images. */
  readonly loss: number;
  readonly right: number;
}

/** @param images - of the batch */
export function batchResult(results: readonly ShardResult[], images: number): BatchResult {
  let loss = 0;
  let right = 0;
  for (const result of results) {
    loss += result.loss;
    right += result.right;
  }
  return { loss: loss / images, accuracy: right / images };
}
