import type { Examples } from './examples';
import type { NetworkKernels } from './network-kernels';
import type { ShardResult } from './shard-result';
import { nodesIn, type Shards } from './shards';

/** The gradient of some shards, on its way from one worker to another. */
export interface NodeGradient {
  readonly node: Shards;
  readonly gradient: Float32Array<ArrayBuffer>;
}

/** Vectors kept for the next step: fresh memory costs more at its first touch than what is written there. */
const MOST_SPARE = 8;

/**
 * One worker's side of a batch's gradient: it computes the nodes of its own share, takes those of the others, and adds
 * all in the order of the tree.
 */
export class GradientTree {
  private readonly root: Shards;
  private readonly own: readonly Shards[];
  private readonly gradients: NodeGradient[] = [];
  private readonly spare: Float32Array<ArrayBuffer>[] = [];

  /** @param share - the shards that this worker computes */
  constructor(
    private readonly kernels: NetworkKernels,
    shards: number,
    share: Shards,
  ) {
    this.root = { first: 0, end: shards };
    this.own = nodesIn(share, shards);
  }

  /** Computes the nodes of this worker's share. @returns one result a shard, in order */
  compute(examples: Examples, step: number): ShardResult[] {
    const results: (ShardResult | undefined)[] = [];
    for (const node of this.own) {
      this.kernels.sumShards(node, examples, step, results);
      // Where there is only this worker the sum may stay where it is.
      if (!same(node, this.root)) this.gradients.push({ node, gradient: this.copyOfSum() });
    }
    return results.filter((result) => result !== undefined);
  }

  /** Copies of what this worker has computed, to be given away. */
  copies(): NodeGradient[] {
    return this.gradients.map(({ node, gradient }) => ({ node, gradient: this.copy(gradient) }));
  }

  /** A copy of the gradient of the whole batch after `add`, to be given away. */
  total(): NodeGradient {
    return { node: this.root, gradient: this.copyOfSum() };
  }

  /** Adds the gradients of others, or takes that of the whole batch: it is in `sum(0)` then. */
  add(others: readonly NodeGradient[]): void {
    this.gradients.push(...others);
    if (this.gradients.length > 0) this.sum(this.root, 0);
    for (const { gradient } of this.gradients.splice(0)) {
      if (this.spare.length < MOST_SPARE) this.spare.push(gradient);
    }
  }

  private sum(node: Shards, level: number): void {
    const known = this.gradients.find((one) => same(one.node, node));
    if (known) {
      this.kernels.sum(level).set(known.gradient);
      return;
    }
    const middle = (node.first + node.end) / 2;
    this.sum({ first: node.first, end: middle }, level);
    this.sum({ first: middle, end: node.end }, level + 1);
    this.kernels.addSum(level);
  }

  private copyOfSum(): Float32Array<ArrayBuffer> {
    return this.copy(this.kernels.sum(0));
  }

  private copy(vector: Float32Array): Float32Array<ArrayBuffer> {
    const copy = this.spare.pop() ?? new Float32Array(vector.length);
    copy.set(vector);
    return copy;
  }
}

const same = (a: Shards, b: Shards) => a.first === b.first && a.end === b.end;
