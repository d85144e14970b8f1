import type { LabelledImages } from '../../../data/dataset';
import { CLASSES, INPUT_SIZE } from '../../../model/network';
import type { BatchResult, LayerOutput } from '../../../protocol/engine-api';
import type { StepMoment, TrainStep } from '../train-step';
import { type KernelPlan, type KernelSettings, kernelPlan, writeModule } from './kernel-plan';
import { type Examples, NetworkKernels, type ShardResult } from './network-kernels';
import { ShardClient } from './shard-client';
import { imagesOf, nodesIn, type Shards, sharesOf } from './shards';
import { Wakefulness } from './wakefulness';

export interface WasmStepSettings extends KernelSettings {
  /** Initial weights, in the order of the plan. */
  readonly weights: readonly Float32Array[];
  readonly training: LabelledImages;
  /** Threads that compute, this one among them; more than the network has shards are not started. */
  readonly workers: number;
}

/**
 * The train step by kernels of our own in WebAssembly, written for the network. This thread computes the first shards
 * of each batch, adds what the other workers send, and sends them the sum.
 * @throws OutOfMemory
 * @throws RangeError for a network that kernelStages refuses
 */
export async function createWasmStep(
  settings: WasmStepSettings,
): Promise<TrainStep & { readonly workers: number }> {
  const plan = kernelPlan(settings, 'train');
  const module = await WebAssembly.compile(writeModule(plan));
  const kernels = new NetworkKernels(module, plan);
  const others = Math.min(settings.workers, plan.shards) - 1;
  const { activation, optimizer, momentum, labelSmoothing, seed, network } = settings;
  const shared = { activation, optimizer, momentum, labelSmoothing, seed, network };
  const started = await Promise.allSettled(
    Array.from({ length: others }, () => ShardClient.start(module, shared)),
  );
  const clients = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = started.find((one) => one.status === 'rejected');
  if (failed) {
    for (const client of clients) client.close();
    throw failed.reason;
  }
  return new WasmStep(settings, plan, kernels, clients);
}

/** A worker's part of a batch. */
interface Share {
  readonly nodes: readonly Shards[];
  readonly range: Shards;
}

class WasmStep implements TrainStep {
  private readonly shares: readonly Share[];
  private readonly wakefulness = new Wakefulness();
  /** Resolves when all that was put to work is done; rejects for good once a worker has failed. */
  private tail: Promise<void> = Promise.resolve();
  private completions: Promise<void>[] = [];
  private unread: BatchResult[] = [];
  private lookKernels: Promise<NetworkKernels> | undefined;

  constructor(
    private readonly settings: WasmStepSettings,
    private readonly plan: KernelPlan,
    private readonly kernels: NetworkKernels,
    private readonly clients: readonly ShardClient[],
  ) {
    this.shares = sharesOf(plan.shards, clients.length + 1).map((range) => ({
      range,
      nodes: nodesIn(range, plan.shards),
    }));
    this.setWeights(settings.weights);
  }

  get workers(): number {
    return this.clients.length + 1;
  }

  get bytes(): number {
    return this.kernels.bytes * this.workers;
  }

  setWeights(weights: readonly Float32Array[]): void {
    const { floats, tensors } = this.plan.parts.parameters;
    const parameters = new Float32Array(floats);
    tensors.forEach((places, i) => {
      const values = weights[i];
      if (values?.length !== places.length) {
        throw new RangeError(`weight tensor ${i} needs ${places.length} values, not ${values?.length}`);
      }
      places.forEach((place, j) => {
        parameters[place] = values[j] as number;
      });
    });
    this.kernels.setParameters(parameters);
    for (const client of this.clients) client.tell({ type: 'parameters', parameters });
  }

  async weights(): Promise<Float32Array[]> {
    await this.tail;
    const { parameters } = this.kernels;
    return this.plan.parts.parameters.tensors.map((places) =>
      Float32Array.from(places, (place) => parameters[place] as number),
    );
  }

  run(batch: Uint32Array, at: StepMoment): void {
    const examples = this.shares.map(({ range }) => this.examples(batch, range));
    // The other workers get their images at once, so that they begin as soon as their weights are there.
    const sums = this.clients.map((client, i) => {
      const part = examples[i + 1] as Examples;
      const { nodes } = this.shares[i + 1] as Share;
      const transfer = [part.pixels.buffer as ArrayBuffer, part.labels.buffer as ArrayBuffer];
      return client.ask<'sums'>({ type: 'sum', nodes, examples: part, step: at.step }, transfer);
    });
    const done = this.tail.then(() => this.train(examples[0] as Examples, at, sums));
    this.tail = done;
    this.completions.push(done);
    // Whoever waits for it is told; until then it is no unhandled rejection.
    done.catch(() => {});
    for (const sum of sums) sum.catch(() => {});
  }

  async inFlightAtMost(steps: number): Promise<void> {
    await Promise.all(this.completions.splice(0, Math.max(0, this.completions.length - steps)));
  }

  async results(): Promise<BatchResult[]> {
    await this.tail;
    return this.unread.splice(0);
  }

  async weightsAreFinite(): Promise<boolean> {
    await this.tail;
    let sum = 0;
    for (const parameter of this.kernels.parameters) sum += parameter;
    return Number.isFinite(sum);
  }

  async logits(images: LabelledImages, positions: Uint32Array): Promise<Float32Array> {
    await this.tail;
    const bound = (worker: number) => Math.round((worker * positions.length) / this.workers);
    const pixels = this.shares.map((_, i) => pixelsOf(images, positions.subarray(bound(i), bound(i + 1))));
    const others = this.clients.map((client, i) => {
      const part = pixels[i + 1] as Uint8Array<ArrayBuffer>;
      return client.ask<'logits'>({ type: 'logits', pixels: part }, [part.buffer]);
    });
    const all = new Float32Array(positions.length * CLASSES);
    all.set(this.kernels.logits(pixels[0] as Uint8Array));
    for (const [i, { logits }] of (await Promise.all(others)).entries())
      all.set(logits, bound(i + 1) * CLASSES);
    return all;
  }

  async look(image: Float32Array): Promise<LayerOutput[]> {
    await this.tail;
    this.lookKernels ??= createLookKernels(this.settings);
    const kernels = await this.lookKernels;
    kernels.setParameters(this.kernels.parameters);
    kernels.look(image);
    return this.plan.network.layers.flatMap(({ layer, output }, i) =>
      layer.type === 'dropout' ? [] : [{ shape: output, values: kernels.valuesAt(i + 1) }],
    );
  }

  dispose(): void {
    for (const client of this.clients) client.close();
  }

  /** One step, after all before it. */
  private async train(
    examples: Examples,
    at: StepMoment,
    sums: readonly Promise<{ sums: readonly Float32Array<ArrayBuffer>[]; results: readonly ShardResult[] }>[],
  ): Promise<void> {
    const { kernels, plan } = this;
    const gradients = new Map<number, Float32Array<ArrayBuffer>>();
    const results: (ShardResult | undefined)[] = [];
    const own = (this.shares[0] as Share).nodes;
    // From the last to the first, which stays where it is: the others are copied out.
    for (const node of own.toReversed()) {
      kernels.sumShards(node, examples, at.step, results);
      if (node.first > 0) gradients.set(node.first, kernels.sum(0).slice());
    }
    if (sums.length > 0) this.wakefulness.begin();
    const answers = await Promise.all(sums);
    this.wakefulness.end();
    answers.forEach((answer, i) => {
      const { nodes, range } = this.shares[i + 1] as Share;
      nodes.forEach((node, j) => {
        gradients.set(node.first, answer.sums[j] as Float32Array<ArrayBuffer>);
      });
      answer.results.forEach((result, j) => {
        results[range.first + j] = result;
      });
    });
    const nodes = this.shares.flatMap((share) => share.nodes);
    this.combine({ first: 0, end: plan.shards }, nodes, gradients, 0);
    answers.forEach((answer, i) => {
      // The vector that brought the sum takes the gradient back.
      const gradient = answer.sums[0] as Float32Array<ArrayBuffer>;
      gradient.set(kernels.sum(0));
      const client = this.clients[i] as ShardClient;
      client.tell({ type: 'update', gradient, learningRate: at.learningRate }, [gradient.buffer]);
    });
    kernels.update(at.learningRate);
    this.unread.push(batchResult(results, examples.batch));
  }

  /** Adds the nodes' gradients in the order of the tree, into sum(level). */
  private combine(
    node: Shards,
    nodes: readonly Shards[],
    gradients: ReadonlyMap<number, Float32Array<ArrayBuffer>>,
    level: number,
  ): void {
    if (nodes.some(({ first, end }) => first === node.first && end === node.end)) {
      const gradient = gradients.get(node.first);
      if (gradient) this.kernels.sum(level).set(gradient);
      return;
    }
    const middle = (node.first + node.end) / 2;
    this.combine({ first: node.first, end: middle }, nodes, gradients, level);
    this.combine({ first: middle, end: node.end }, nodes, gradients, level + 1);
    this.kernels.addSum(level);
  }

  private examples(batch: Uint32Array, range: Shards): Examples {
    const { first, end } = imagesOf(range, this.plan.shards, batch.length);
    const positions = batch.subarray(first, end);
    const { training } = this.settings;
    const labels = Uint8Array.from(positions, (position) => training.labels[position] as number);
    return { pixels: pixelsOf(training, positions), labels, first, batch: batch.length };
  }
}

async function createLookKernels(settings: KernelSettings): Promise<NetworkKernels> {
  const plan = kernelPlan(settings, 'look');
  return new NetworkKernels(await WebAssembly.compile(writeModule(plan)), plan);
}

function pixelsOf({ images }: LabelledImages, positions: Uint32Array): Uint8Array<ArrayBuffer> {
  const pixels = new Uint8Array(positions.length * INPUT_SIZE);
  positions.forEach((position, i) => {
    const start = position * INPUT_SIZE;
    pixels.set(images.subarray(start, start + INPUT_SIZE), i * INPUT_SIZE);
  });
  return pixels;
}

function batchResult(results: readonly (ShardResult | undefined)[], images: number): BatchResult {
  let loss = 0;
  let right = 0;
  for (const result of results) {
    loss += result?.loss ?? 0;
    right += result?.right ?? 0;
  }
  return { loss: loss / images, accuracy: right / images };
}
