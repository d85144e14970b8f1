import { INPUT_SIZE } from '../../../model/network';
import type { LayerOutput } from '../../../protocol/inspect';
import { ghostBounds } from '../ghost-batches';
import { clipScale, updateFactors } from '../update-factors';
import { DropoutMasks } from './dropout-masks';
import type { Examples } from './examples';
import { KernelMemory } from './kernel-memory';
import type { KernelPlan } from './kernel-plan';
import type { KernelState } from './kernel-state';
import { LOSS } from './kernels/loss';
import { FLOAT_BYTES } from './layout';
import type { MemoryRegion } from './memory-map';
import type { ProgramExports } from './program';
import type { ShardResult } from './shard-result';
import { imagesOf, type Shards } from './shards';

/** One network's kernels with their memory: weights, optimizer, values. Not shared between threads. */
export class NetworkKernels {
  private readonly memory: KernelMemory;
  private readonly run: ProgramExports;
  private readonly masks: DropoutMasks;
  private steps = 0;
  /** Whether the average of the weights lies in the weights' place, and they in its: the passes know one place. */
  private holdsAverage = false;

  /** @throws OutOfMemory */
  constructor(
    module: WebAssembly.Module,
    private readonly plan: KernelPlan,
  ) {
    this.memory = new KernelMemory(plan);
    const { memory } = this.memory;
    this.run = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as ProgramExports;
    for (const { reordered } of plan.map.stages) {
      if (!reordered) continue;
      const base = plan.map.weights.address;
      this.memory.words(reordered.table).set(reordered.from.map((at) => base + at * FLOAT_BYTES));
    }
    this.masks = new DropoutMasks(memory, this.run, plan);
  }

  get bytes(): number {
    return this.memory.memory.buffer.byteLength;
  }

  /** The parameters that the network is read by, in the kernels' own order; a view that the next step changes. */
  get parameters(): Float32Array<ArrayBuffer> {
    return this.average ?? this.trained;
  }

  /** Takes all parameters in the kernels' own order, and forgets the optimizer's state. */
  setParameters(parameters: Float32Array): void {
    this.trained.set(parameters);
    this.average?.set(parameters);
    for (const state of this.plan.map.state) this.memory.floats(state).fill(0);
    this.steps = 0;
    this.run.reorder();
  }

  /** Copied. */
  get state(): KernelState {
    const vectors = this.plan.map.state.map((region) => this.memory.floats(region).slice());
    const { trained, average, steps } = this;
    return { parameters: trained.slice(), vectors, steps, average: average?.slice() };
  }

  /** @param state - of as many vectors */
  restore({ parameters, vectors, steps, average }: KernelState): void {
    this.setParameters(parameters);
    if (average && this.average) {
      this.average.set(average);
      // Of the two it may be the one that the passes read.
      this.run.reorder();
    }
    for (const [i, region] of this.plan.map.state.entries()) {
      this.memory.floats(region).set(vectors[i] as Float32Array);
    }
    this.steps = steps;
  }

  /** A vector that gradients are summed in: one for each level of the tree of shards. */
  sum(level: number): Float32Array<ArrayBuffer> {
    return this.memory.floats(this.sumRegion(level));
  }

  /**
   * The gradient of the mean loss of the batch, as far as it comes from some shards, into `sum(level)`.
   * @param results - gets one entry a shard, by its number
   */
  sumShards(
    node: Shards,
    examples: Examples,
    step: number,
    results: (ShardResult | undefined)[],
    level = 0,
  ): void {
    if (node.end - node.first === 1) {
      this.hold('weights');
      this.run.clear(this.sumRegion(level).address);
      results[node.first] = this.trainShard(node, examples, step, level);
      return;
    }
    const middle = (node.first + node.end) / 2;
    this.sumShards({ first: node.first, end: middle }, examples, step, results, level);
    this.sumShards({ first: middle, end: node.end }, examples, step, results, level + 1);
    this.addSum(level);
  }

  /** Adds the sum of the next level to that of this one. */
  addSum(level: number): void {
    this.run.add(this.sumRegion(level).address, this.sumRegion(level + 1).address);
  }

  /** The optimizer's step with the gradient in `sum(0)`. */
  update(learningRate: number): void {
    this.steps += 1;
    const { settings, parts } = this.plan;
    const { rate, factor, shrink, blend } = updateFactors(settings, learningRate, this.steps);
    const { address } = this.sumRegion(0);
    const gradient = this.sum(0).subarray(0, parts.parameters.trained);
    const scale = settings.clipNorm > 0 ? clipScale(gradient, settings.clipNorm) : 1;
    this.hold('weights');
    this.run.update(address, rate, factor, shrink, blend, scale);
    this.run.average(address, blend);
    this.run.reorder();
  }

  /**
   * Forward pass without dropout.
   * @param pixels - [n, 28·28]
   * @returns [n, 10]
   */
  logits(pixels: Uint8Array): Float32Array<ArrayBuffer> {
    return this.forward(pixels, this.plan.parts.stages.length);
  }

  /**
   * What the last layer reads, without dropout.
   * @param pixels - [n, 28·28]
   * @returns [n, width]
   */
  features(pixels: Uint8Array): Float32Array<ArrayBuffer> {
    return this.forward(pixels, this.plan.parts.stages.length - 1);
  }

  /**
   * Forward pass of one image.
   * @param image - [28·28], 0 to 1
   * @returns of every layer but dropout, input side first; only of kernels that keep every layer's values
   */
  activations(image: Float32Array): LayerOutput[] {
    this.memory.setImage(image);
    this.run.pass(1);
    return this.plan.network.layers.flatMap(({ layer, output }, i) => {
      if (layer.type === 'dropout') return [];
      const boundary = this.plan.parts.stages.findLastIndex((stage) => stage.layer === i) + 1;
      const values = new Float32Array(this.memory.valueCount(boundary));
      this.memory.copyValues(boundary, 0, values);
      return [{ shape: output, values }];
    });
  }

  /** Forward pass without dropout, block by block; the values at a boundary of all images, one after the other. */
  private forward(pixels: Uint8Array, boundary: number): Float32Array<ArrayBuffer> {
    const images = pixels.length / INPUT_SIZE;
    const width = this.memory.valueCount(boundary);
    const all = new Float32Array(images * width);
    this.hold('average');
    const { block } = this.plan.parts;
    for (let start = 0; start < images; start += block) {
      const count = Math.min(block, images - start);
      this.memory
        .bytes(this.plan.map.pixels)
        .set(pixels.subarray(start * INPUT_SIZE, (start + count) * INPUT_SIZE));
      this.run.forward(count);
      for (let row = 0; row < count; row++) {
        const at = (start + row) * width;
        this.memory.copyValues(boundary, row, all.subarray(at, at + width));
      }
    }
    return all;
  }

  private get trained(): Float32Array<ArrayBuffer> {
    const { average, weights } = this.plan.map;
    return this.memory.floats(this.holdsAverage && average ? average : weights);
  }

  private get average(): Float32Array<ArrayBuffer> | undefined {
    const { average, weights } = this.plan.map;
    return average && this.memory.floats(this.holdsAverage ? weights : average);
  }

  /** Puts what is to be computed with in the weights' place, where there are two of them. */
  private hold(what: 'weights' | 'average'): void {
    const { average, trained } = this;
    if (!average || this.holdsAverage === (what === 'average')) return;
    const copy = trained.slice();
    trained.set(average);
    average.set(copy);
    this.holdsAverage = !this.holdsAverage;
    this.run.reorder();
  }

  private trainShard(shard: Shards, examples: Examples, step: number, level: number): ShardResult {
    const { shards, map } = this.plan;
    const range = imagesOf(shard, shards, examples.batch);
    let loss = 0;
    let right = 0;
    for (const [start, end] of this.blocksOf(range)) {
      const count = end - start;
      const at = start - examples.first;
      this.memory.bytes(map.pixels).set(examples.pixels.subarray(at * INPUT_SIZE, (at + count) * INPUT_SIZE));
      this.memory.bytes(map.labels).set(examples.labels.subarray(at, at + count));
      this.masks.draw(step, start, count);
      this.run.train(count, 1 / examples.batch, this.sumRegion(level).address);
      const losses = this.memory.floats(map.losses);
      const words = this.memory.words(map.losses);
      for (let i = 0; i < count; i++) {
        const own = (i * LOSS.bytes) / FLOAT_BYTES;
        loss += Math.log(losses[own] as number) + (losses[own + LOSS.rest / FLOAT_BYTES] as number);
        right += words[own + LOSS.right / FLOAT_BYTES] as number;
      }
    }
    this.masks.dropNothing();
    return { loss, right };
  }

  /** The parts of a shard that are computed together. Normalisations take their statistics from them. */
  private blocksOf({ first, end }: { first: number; end: number }): [start: number, end: number][] {
    const { block, stages } = this.plan.parts;
    if (stages.some(({ kind }) => kind === 'batch-norm')) return pairs(ghostBounds(first, end));
    const blocks = Math.ceil((end - first) / block);
    return pairs(Array.from({ length: blocks + 1 }, (_, i) => Math.min(end, first + i * block)));
  }

  private sumRegion(level: number): MemoryRegion {
    const region = this.plan.map.sums[level];
    if (!region) throw new RangeError(`there is no sum ${level}`);
    return region;
  }
}

/** Of bounds each with the next. */
const pairs = (bounds: readonly number[]): [number, number][] =>
  bounds.slice(1).map((end, i) => [bounds[i] as number, end]);
