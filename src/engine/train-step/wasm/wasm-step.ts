import type { LabelledImages } from '../../../data/dataset';
import { classesOf } from '../../../model/network';
import { optimizerSettings } from '../../../model/settings';
import { checkOptimizer, type StepState } from '../../../model/step-state';
import type { LayerOutput } from '../../../protocol/inspect';
import type { BatchResult } from '../../../protocol/run';
import { allInTime } from '../../while-heard';
import type { StepMoment, TrainStep } from '../train-step';
import { BatchGatherer, type Examples, labelsOf } from './examples';
import { GradientTree, type NodeGradient } from './gradient-tree';
import { ImageKernels } from './image-kernels';
import { type KernelPlan, type KernelSettings, kernelPlan, writeModule } from './kernel-plan';
import { kernelState, stepState } from './kernel-state';
import { NetworkKernels } from './network-kernels';
import { parameterVector, weightsIn } from './parameter-vector';
import { ShardClient } from './shard-client';
import type { ShardAnswer } from './shard-messages';
import { batchResult } from './shard-result';
import { imagesOf, type Shards, sharesOf } from './shards';

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
 * @throws RangeError for weights of other sizes than the network's
 */
export async function createWasmStep(
  settings: WasmStepSettings,
): Promise<TrainStep & { readonly workers: number }> {
  const plan = kernelPlan(settings, 'train');
  const module = await WebAssembly.compile(writeModule(plan));
  const kernels = new NetworkKernels(module, plan);
  const shares = sharesOf(plan.shards, Math.min(settings.workers, plan.shards));
  const { activation, labelSmoothing, seed, network } = settings;
  const shared = { ...optimizerSettings(settings), activation, labelSmoothing, seed, network };
  const started = await Promise.allSettled(
    shares.slice(1).map((share) => ShardClient.start(module, shared, share)),
  );
  const clients = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  try {
    const failed = started.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    return new WasmStep(settings, plan, kernels, clients, shares);
  } catch (error) {
    for (const client of clients) client.close();
    throw error;
  }
}

/** Steps that may be unfinished when the next is put to work: its images go to the other workers meanwhile. */
const IN_FLIGHT = 1;

type Gradients = Extract<ShardAnswer, { type: 'gradients' }>;

class WasmStep implements TrainStep {
  private readonly tree: GradientTree;
  private readonly batchGatherer = new BatchGatherer();
  /**
   * Steps put to work that have not begun. Each begins when its end is waited for: by then the images of the next have
   * gone to the other workers, which need not wait for this thread to have time for that.
   */
  private readonly waiting: (() => Promise<void>)[] = [];
  /** Resolves when all that has begun is done; rejects for good once a worker has failed. */
  private begun: Promise<void> = Promise.resolve();
  private unread: BatchResult[] = [];
  private training: LabelledImages;
  private readonly imageKernels: ImageKernels;
  private readonly classes: number;

  constructor(
    settings: WasmStepSettings,
    private readonly plan: KernelPlan,
    private readonly kernels: NetworkKernels,
    private readonly clients: readonly ShardClient[],
    /** This thread's, then those of the clients. */
    private readonly shares: readonly Shards[],
  ) {
    this.tree = new GradientTree(kernels, plan.shards, shares[0] as Shards);
    this.training = settings.training;
    this.classes = classesOf(settings.network);
    this.imageKernels = new ImageKernels(settings);
    this.setWeights(settings.weights);
  }

  get workers(): number {
    return this.clients.length + 1;
  }

  get bytes(): number {
    return this.kernels.bytes * this.workers;
  }

  async ready(): Promise<void> {}

  setWeights(weights: readonly Float32Array[]): void {
    const parameters = parameterVector(this.plan.parts.parameters, weights);
    this.kernels.setParameters(parameters);
    for (const client of this.clients) client.tell({ type: 'parameters', parameters });
  }

  async weights(): Promise<Float32Array[]> {
    await this.finished();
    return weightsIn(this.plan.parts.parameters, this.kernels.parameters);
  }

  async snapshot(): Promise<StepState> {
    await this.finished();
    return stepState(this.plan.parts.parameters, this.plan.settings.optimizer, this.kernels.state);
  }

  restore(given: StepState): void {
    checkOptimizer(given, this.plan.settings);
    const state = kernelState(this.plan.parts.parameters, given);
    this.kernels.restore(state);
    for (const client of this.clients) client.tell({ type: 'restore', state });
  }

  setImages(images: Uint8Array): void {
    this.training = { ...this.training, images };
  }

  run(batch: Uint32Array, at: StepMoment): void {
    const examples = this.shares.map((share) => this.examples(batch, share));
    // The other workers get their images at once, so that they begin as soon as their weights are there.
    const answers = this.clients.map((client, i) => {
      const part = examples[i + 1] as Examples;
      const answer = client.ask<'gradients'>({ type: 'compute', examples: part, step: at.step }, [
        part.pixels.buffer,
      ]);
      answer.catch(() => {});
      return answer;
    });
    this.waiting.push(() => this.train(examples[0] as Examples, at, answers));
  }

  readyForMore(): Promise<void> {
    return this.inFlightAtMost(IN_FLIGHT);
  }

  finished(): Promise<void> {
    return this.inFlightAtMost(0);
  }

  async results(): Promise<BatchResult[]> {
    await this.finished();
    return this.unread.splice(0);
  }

  async weightsAreFinite(): Promise<boolean> {
    await this.finished();
    let sum = 0;
    for (const parameter of this.kernels.parameters) sum += parameter;
    return Number.isFinite(sum);
  }

  async logits(images: LabelledImages, positions: Uint32Array): Promise<Float32Array> {
    await this.finished();
    const bound = (worker: number) => Math.round((worker * positions.length) / this.workers);
    const pixels = this.shares.map((_, i) =>
      this.batchGatherer.pixels(images, positions.subarray(bound(i), bound(i + 1))),
    );
    const others = this.clients.map((client, i) => {
      const part = pixels[i + 1] as Examples['pixels'];
      return client.ask<'logits'>({ type: 'logits', pixels: part }, [part.buffer]);
    });
    const all = new Float32Array(positions.length * this.classes);
    const own = pixels[0] as Examples['pixels'];
    const began = performance.now();
    all.set(this.kernels.logits(own));
    this.batchGatherer.giveBack(own.buffer);
    for (const [i, { logits, buffer }] of (await allInTime(this.clients, others, began)).entries()) {
      all.set(logits, bound(i + 1) * this.classes);
      this.batchGatherer.giveBack(buffer);
    }
    return all;
  }

  async features(images: LabelledImages, positions: Uint32Array): Promise<Float32Array> {
    await this.finished();
    const pixels = this.batchGatherer.pixels(images, positions);
    const features = this.kernels.features(pixels);
    this.batchGatherer.giveBack(pixels.buffer);
    return features;
  }

  activations(image: Float32Array): Promise<LayerOutput[]> {
    return this.imageKernels.activations(image, () => this.kernels.parameters);
  }

  dispose(): void {
    for (const client of this.clients) client.close();
  }

  private async inFlightAtMost(steps: number): Promise<void> {
    while (this.waiting.length > steps) {
      this.begun = this.begun.then(this.waiting.shift());
      // Whoever waits for it is told of a failure, perhaps later: it is no unhandled rejection.
      this.begun.catch(() => {});
    }
    await this.begun;
  }

  /** One step, after all before it. */
  private async train(
    examples: Examples,
    { step, learningRate }: StepMoment,
    pending: readonly Promise<Gradients>[],
  ): Promise<void> {
    const { kernels, tree } = this;
    const began = performance.now();
    const results = tree.compute(examples, step);
    this.batchGatherer.giveBack(examples.pixels.buffer);
    // Two workers swap what they have, which takes one message's time; of more, all are sent the sum.
    const exchanges = pending.length === 1;
    if (exchanges) this.tellUpdate(() => tree.copies(), learningRate);
    const answers = await allInTime(this.clients, pending, began);
    for (const answer of answers) {
      results.push(...answer.results);
      this.batchGatherer.giveBack(answer.buffer);
    }
    tree.add(answers.flatMap(({ gradients }) => gradients));
    if (!exchanges) this.tellUpdate(() => [tree.total()], learningRate);
    kernels.update(learningRate);
    this.unread.push(batchResult(results, examples.batch));
  }

  private tellUpdate(copies: () => NodeGradient[], learningRate: number): void {
    for (const client of this.clients) {
      const gradients = copies();
      const transfer = gradients.map(({ gradient }) => gradient.buffer);
      client.tell({ type: 'update', gradients, learningRate }, transfer);
    }
  }

  private examples(batch: Uint32Array, range: Shards): Examples {
    const { first, end } = imagesOf(range, this.plan.shards, batch.length);
    const positions = batch.subarray(first, end);
    const { training } = this;
    const pixels = this.batchGatherer.pixels(training, positions);
    return { pixels, labels: labelsOf(training, positions), first, batch: batch.length };
  }
}
