import { INPUT_SIDE, INPUT_SIZE } from '../../../model/network';
import { sizeOf } from '../../../model/shapes';
import { PAGE_BYTES } from './assembler/module';
import { DropoutMasks } from './dropout-masks';
import type { Examples } from './examples';
import type { KernelPlan } from './kernel-plan';
import { LOSS } from './kernels/loss';
import { updateFactors } from './kernels/parameters';
import { FLOAT_BYTES, type Layout } from './layout';
import type { MemoryRegion } from './memory-map';
import type { ProgramExports } from './program';
import { imagesOf, type Shards } from './shards';

export interface ShardResult {
  /** Sum of the losses of a shard's images. */
  readonly loss: number;
  readonly right: number;
}

/** There is not enough memory for the kernels of a network. */
export class OutOfMemory extends Error {
  constructor(readonly megabytes: number) {
    super(`no memory of ${megabytes} MB`);
  }
}

/** One network's kernels with their memory: weights, optimizer, values. Not shared between threads. */
export class NetworkKernels {
  private readonly memory: WebAssembly.Memory;
  private readonly run: ProgramExports;
  private readonly masks: DropoutMasks;
  private steps = 0;

  /** @throws OutOfMemory */
  constructor(
    module: WebAssembly.Module,
    private readonly plan: KernelPlan,
  ) {
    const pages = Math.ceil(plan.map.bytes / PAGE_BYTES);
    try {
      this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    } catch {
      throw new OutOfMemory(Math.ceil(plan.map.bytes / 2 ** 20));
    }
    this.run = new WebAssembly.Instance(module, { env: { memory: this.memory } })
      .exports as unknown as ProgramExports;
    for (const { reordered } of plan.map.stages) {
      if (!reordered) continue;
      const base = plan.map.weights.address;
      this.words(reordered.table).set(reordered.from.map((at) => base + at * FLOAT_BYTES));
    }
    this.masks = new DropoutMasks(this.memory, this.run, plan);
  }

  get bytes(): number {
    return this.memory.buffer.byteLength;
  }

  /** All parameters in the kernels' own order; a view that the next step changes. */
  get parameters(): Float32Array<ArrayBuffer> {
    return this.floats(this.plan.map.weights);
  }

  /** Takes all parameters in the kernels' own order, and forgets the optimizer's state. */
  setParameters(parameters: Float32Array): void {
    this.parameters.set(parameters);
    for (const state of this.plan.map.state) this.floats(state).fill(0);
    this.steps = 0;
    this.run.reorder();
  }

  /** A vector that gradients are summed in: one for each level of the tree of shards. */
  sum(level: number): Float32Array<ArrayBuffer> {
    return this.floats(this.sumPlace(level));
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
      this.run.clear(this.sumPlace(level).address);
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
    this.run.add(this.sumPlace(level).address, this.sumPlace(level + 1).address);
  }

  /** The optimizer's step with the gradient in `sum(0)`. */
  update(learningRate: number): void {
    this.steps += 1;
    const { rate, factor } = updateFactors(this.plan.settings, learningRate, this.steps);
    this.run.update(this.sumPlace(0).address, rate, factor);
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
   * Forward pass of one image, whose values are then at the boundaries.
   * @param image - [28·28], 0 to 1
   */
  activations(image: Float32Array): void {
    const layout = this.layout(0);
    const floats = this.floats(this.plan.map.values[0] as MemoryRegion);
    for (let y = 0; y < INPUT_SIDE; y++) {
      const row = image.subarray(y * INPUT_SIDE, (y + 1) * INPUT_SIDE);
      floats.set(row, layout.origin + y * layout.row);
    }
    this.run.pass(1);
  }

  /**
   * The values in front of a stage, or behind the last, after `look`.
   * @returns row by row, channels last
   */
  valuesAt(boundary: number): Float32Array<ArrayBuffer> {
    const values = new Float32Array(this.valueCount(boundary));
    this.copyValues(boundary, 0, values);
    return values;
  }

  /** Forward pass without dropout, block by block; the values at a boundary of all images, one after the other. */
  private forward(pixels: Uint8Array, boundary: number): Float32Array<ArrayBuffer> {
    const images = pixels.length / INPUT_SIZE;
    const width = this.valueCount(boundary);
    const all = new Float32Array(images * width);
    const { block } = this.plan.parts;
    for (let start = 0; start < images; start += block) {
      const count = Math.min(block, images - start);
      this.bytesAt(this.plan.map.pixels).set(
        pixels.subarray(start * INPUT_SIZE, (start + count) * INPUT_SIZE),
      );
      this.run.forward(count);
      for (let row = 0; row < count; row++) {
        const at = (start + row) * width;
        this.copyValues(boundary, row, all.subarray(at, at + width));
      }
    }
    return all;
  }

  private valueCount(boundary: number): number {
    const { height, width, channels } = this.layout(boundary);
    return sizeOf([height, width, channels]);
  }

  /** The values of one image of the block, row by row, channels last. */
  private copyValues(boundary: number, image: number, target: Float32Array): void {
    const { height, width, channels, origin, row, pixel, size } = this.layout(boundary);
    const floats = this.floats(this.plan.map.values[boundary] as MemoryRegion);
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i += channels) {
        const at = image * size + origin + y * row + x * pixel;
        target.set(floats.subarray(at, at + channels), i);
      }
    }
  }

  private trainShard(shard: Shards, examples: Examples, step: number, level: number): ShardResult {
    const { shards, parts, map } = this.plan;
    const range = imagesOf(shard, shards, examples.batch);
    let loss = 0;
    let right = 0;
    for (let start = range.first; start < range.end; start += parts.block) {
      const count = Math.min(parts.block, range.end - start);
      const at = start - examples.first;
      this.bytesAt(map.pixels).set(examples.pixels.subarray(at * INPUT_SIZE, (at + count) * INPUT_SIZE));
      this.bytesAt(map.labels).set(examples.labels.subarray(at, at + count));
      this.masks.draw(step, start, count);
      this.run.train(count, 1 / examples.batch, this.sumPlace(level).address);
      const losses = this.floats(map.losses);
      const words = this.words(map.losses);
      for (let i = 0; i < count; i++) {
        const own = (i * LOSS.bytes) / FLOAT_BYTES;
        loss += Math.log(losses[own] as number) + (losses[own + LOSS.rest / FLOAT_BYTES] as number);
        right += words[own + LOSS.right / FLOAT_BYTES] as number;
      }
    }
    this.masks.dropNothing();
    return { loss, right };
  }

  private layout(boundary: number): Layout {
    const { stages } = this.plan.parts;
    const stage = stages[Math.max(0, boundary - 1)];
    if (!stage) throw new RangeError(`there is no boundary ${boundary}`);
    return boundary === 0 ? stage.input : stage.output;
  }

  private sumPlace(level: number): MemoryRegion {
    const place = this.plan.map.sums[level];
    if (!place) throw new RangeError(`there is no sum ${level}`);
    return place;
  }

  private floats({ address, bytes }: MemoryRegion): Float32Array<ArrayBuffer> {
    return new Float32Array(this.memory.buffer, address, bytes / FLOAT_BYTES);
  }

  private words({ address, bytes }: MemoryRegion): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.memory.buffer, address, bytes / FLOAT_BYTES);
  }

  private bytesAt({ address, bytes }: MemoryRegion): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.memory.buffer, address, bytes);
  }
}
