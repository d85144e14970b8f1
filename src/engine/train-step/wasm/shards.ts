import type { NetworkPlan } from '../../../model/shapes';
import { GHOSTS } from '../ghost-batches';

/**
 * A batch is cut into shards whose number depends on the network and the batch alone. Their gradients are added in the
 * order of a binary tree, so that the sum is the same, bit for bit, however many workers compute them.
 */

/** Shards `first` to `end` − 1: a node of the tree. */
export interface Shards {
  readonly first: number;
  readonly end: number;
}

const MOST_SHARDS = 8;
/** Where a network has many parameters for its work, fewer sums of gradients are worth the idle workers. */
const FEW_SHARDS = 4;
const MUCH_WORK = 4;

export function shardCount({ flops, parameters, layers }: NetworkPlan): number {
  if (layers.some(({ layer }) => layer.type === 'batch-norm')) return GHOSTS.shards;
  return flops / 2 >= MUCH_WORK * parameters ? MOST_SHARDS : FEW_SHARDS;
}

/** Vectors that hold partial sums at once: one a level of the tree. */
export const sumsFor = (shards: number) => Math.log2(shards) + 1;

/** The images of some shards in a batch of `images`. */
export function imagesOf({ first, end }: Shards, shards: number, images: number) {
  const start = (shard: number) => Math.floor((shard * images) / shards);
  return { first: start(first), end: start(end) };
}

/** The shards that each of the workers computes, as even as can be. */
export function sharesOf(shards: number, workers: number): Shards[] {
  const bound = (worker: number) => Math.round((worker * shards) / workers);
  return Array.from({ length: workers }, (_, i) => ({ first: bound(i), end: bound(i + 1) }));
}

/** The tree's largest nodes that lie in a range, in order. */
export function nodesIn(range: Shards, shards: number, node: Shards = { first: 0, end: shards }): Shards[] {
  if (node.first >= range.end || node.end <= range.first) return [];
  if (node.first >= range.first && node.end <= range.end) return [node];
  const middle = (node.first + node.end) / 2;
  return [
    ...nodesIn(range, shards, { first: node.first, end: middle }),
    ...nodesIn(range, shards, { first: middle, end: node.end }),
  ];
}
