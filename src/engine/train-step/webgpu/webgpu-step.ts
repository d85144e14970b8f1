import type { LabelledImages } from '../../../data/dataset';
import { trace } from '../../../model/plain/trace';
import { planOf, readingLayers } from '../../../model/shapes';
import { checkOptimizer, type StepState } from '../../../model/step-state';
import type { KernelTime } from '../../../protocol/backend';
import type { LayerOutput } from '../../../protocol/inspect';
import type { BatchResult } from '../../../protocol/run';
import type { StepMoment, TrainStep } from '../train-step';
import { NO_UPDATE, updateFactors } from '../update-factors';
import { DeviceWeights } from './device-weights';
import { type FittingProgram, fittingProgram, outOfMemory, type WebGpuStepSettings } from './fitting-program';
import { ForwardPass } from './forward-pass';
import { GpuNetwork, type ReadyKernels } from './gpu-network';
import { canTime, kernelTimes } from './kernel-times';
import { parameterValues } from './parameter-values';
import { Reader } from './reader';
import { MOST_STEPS_A_SUBMIT, READING_SLOT } from './slot';
import { Submissions } from './submissions';

const FLOAT_BYTES = 4;
/** Batches that are read in one go on a GPU, which takes as long to answer for one as for some. */
const READ_AT_ONCE = 8;

/**
 * The train step by kernels of our own in WGSL, written for the network. The images stay on the device; a step uploads
 * the positions of its batch and a few numbers.
 * @throws OutOfMemory where a buffer would be larger than the device allows, or it has no room
 * @throws RangeError for weights of other sizes than the network's
 */
export async function createWebGpuStep(settings: WebGpuStepSettings): Promise<TrainStep> {
  const { device, training } = settings;
  const fitting = fittingProgram(settings);
  // Refused before anything is made.
  parameterValues(fitting.program.operations, settings.weights);
  const network = await GpuNetwork.create(device, fitting.program, fitting.target);
  // What has no memory is no buffer either, which the device calls invalid: neither is to be taken for its end.
  device.pushErrorScope('out-of-memory');
  device.pushErrorScope('validation');
  network.allocate();
  const step = new WebGpuStep(settings, fitting, network);
  const [invalid, exhausted] = await Promise.all([device.popErrorScope(), device.popErrorScope()]);
  if (!invalid && !exhausted) return step;
  step.dispose();
  throw exhausted ? outOfMemory(fitting, training) : new Error(invalid?.message);
}

/** Compiles the kernels of such a step, which the device then has: making the step takes no time for it. */
export async function compileWebGpuStep(settings: WebGpuStepSettings): Promise<void> {
  const { program, target } = fittingProgram(settings);
  await GpuNetwork.create(settings.device, program, target);
}

class WebGpuStep implements TrainStep {
  readonly imagesAtOnce?: number;
  readonly kernelTimes?: () => Promise<KernelTime[]>;
  private readonly device: GPUDevice;
  private readonly reader: Reader;
  private readonly held: DeviceWeights;
  private readonly forward: ForwardPass;
  private readonly submissions = new Submissions(MOST_STEPS_A_SUBMIT, () => performance.now());
  private readonly images: GPUBuffer;
  private readonly labels: GPUBuffer;
  private readonly training: ReadyKernels;
  private readonly finite: ReadyKernels;
  /** Of the optimizer. */
  private steps = 0;
  private readonly unread: BatchResult[] = [];
  /** Images of the steps that the device was told of, and that were not yet submitted. */
  private readonly batches: number[] = [];

  constructor(
    private readonly settings: WebGpuStepSettings,
    private readonly fitting: FittingProgram,
    private readonly network: GpuNetwork,
  ) {
    const { device, training, software } = settings;
    const { program, target } = fitting;
    this.device = device;
    this.reader = new Reader(device);
    this.held = new DeviceWeights(device, network, program, this.reader);
    this.forward = new ForwardPass(device, network, fitting, this.reader);
    this.images = this.storage('images', training.images.length);
    this.labels = this.storage('labels', training.labels.length * FLOAT_BYTES);
    const { images, labels } = this;
    this.training = network.ready(program.training, { images, labels });
    this.finite = network.ready([program.finite], {});
    this.setImages(training.images);
    device.queue.writeBuffer(labels, 0, Uint32Array.from(training.labels));
    this.setWeights(settings.weights);
    if (!software) this.imagesAtOnce = READ_AT_ONCE * target.capacity;
    if (canTime(device) && training.labels.length > 0) this.kernelTimes = () => this.timeKernels();
  }

  async ready(): Promise<void> {}

  get bytes(): number {
    const own = this.images.size + this.labels.size + this.forward.bytes;
    return own + this.network.bytes + this.reader.bytes;
  }

  setImages(images: Uint8Array): void {
    this.submit();
    this.device.queue.writeBuffer(this.images, 0, images as Uint8Array<ArrayBuffer>);
  }

  setWeights(weights: readonly Float32Array[]): void {
    this.submit();
    this.held.set(weights);
    this.steps = 0;
  }

  async weights(): Promise<Float32Array[]> {
    this.submit();
    return this.held.read();
  }

  async snapshot(): Promise<StepState> {
    this.submit();
    const { steps } = this;
    return { optimizer: this.settings.optimizer, ...(await this.held.snapshot()), steps };
  }

  restore(state: StepState): void {
    checkOptimizer(state, this.settings);
    this.submit();
    this.held.restore(state);
    this.steps = state.steps;
  }

  run(positions: Uint32Array, { step, learningRate }: StepMoment): void {
    this.checkAlive();
    const { capacity } = this.fitting.target;
    if (positions.length > capacity) {
      throw new RangeError(`a batch of ${positions.length} images, more than ${capacity}`);
    }
    this.steps += 1;
    const factors = updateFactors(this.settings, learningRate, this.steps);
    const number = this.batches.length;
    this.network.writeSlot(number, { positions, step, result: number, ...factors });
    this.batches.push(positions.length);
    this.held.changed();
    if (this.batches.length >= this.submissions.stepsAtOnce) this.submit();
  }

  readyForMore(): Promise<void> {
    return this.submissions.room();
  }

  async finished(): Promise<void> {
    this.submit();
    await this.submissions.finished();
  }

  async results(): Promise<BatchResult[]> {
    await this.finished();
    return this.unread.splice(0);
  }

  async weightsAreFinite(): Promise<boolean> {
    this.submit();
    const flag = this.network.buffer('flag');
    const encoder = this.device.createCommandEncoder();
    encoder.clearBuffer(flag);
    const pass = encoder.beginComputePass();
    this.network.encode(pass, this.finite, READING_SLOT, 1);
    pass.end();
    const [found] = new Uint32Array(await this.reader.submit(encoder, flag));
    return found === 0;
  }

  async logits(images: LabelledImages, positions: Uint32Array): Promise<Float32Array> {
    this.submit();
    return this.forward.values(images, positions, this.fitting.program.operations.length);
  }

  async features(images: LabelledImages, positions: Uint32Array): Promise<Float32Array> {
    this.submit();
    return this.forward.values(images, positions, this.fitting.program.operations.length - 1);
  }

  /** A single image is soon computed here; the weights have to be fetched in any case that shows those of the moment. */
  async activations(image: Float32Array): Promise<LayerOutput[]> {
    const { network, activation } = this.settings;
    const layers = trace(readingLayers(planOf(network)), await this.weights(), activation, image);
    return layers.map(({ plan, outputs }) => ({ shape: plan.output, values: Float32Array.from(outputs) }));
  }

  dispose(): void {
    this.network.dispose();
    this.reader.dispose();
    this.forward.dispose();
    this.images.destroy();
    this.labels.destroy();
  }

  /** Hands the device the steps that it was told of, and asks for what they give. */
  private submit(): void {
    this.checkAlive();
    if (this.batches.length === 0) return;
    const batches = this.batches.splice(0);
    const encoder = this.device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    for (const [slot, images] of batches.entries()) this.network.encode(pass, this.training, slot, images);
    pass.end();
    const read = this.reader.submit(encoder, this.network.buffer('results')).then((bytes) => {
      const values = new Float32Array(bytes);
      for (let i = 0; i < batches.length; i++) {
        this.unread.push({ loss: values[2 * i] as number, accuracy: values[2 * i + 1] as number });
      }
    });
    this.submissions.add(batches.length, read);
  }

  /** A step that was disposed of asks nothing more of the device, which others may use: it would call that invalid. */
  private checkAlive(): void {
    if (this.reader.isDisposed) throw new Error('the step was disposed of');
  }

  private async timeKernels(): Promise<KernelTime[]> {
    await this.finished();
    const { batchSize, training } = this.settings;
    const images = Math.min(batchSize, training.labels.length);
    const positions = Uint32Array.from({ length: images }, (_, i) => i);
    return this.held.preserve(() => {
      this.network.writeSlot(READING_SLOT, { positions, result: 0, step: 0, ...NO_UPDATE });
      const parts = { reader: this.reader, slot: READING_SLOT, images };
      return kernelTimes(this.device, this.network, this.training, parts);
    });
  }

  private storage(label: string, size: number): GPUBuffer {
    const { STORAGE, COPY_DST } = GPUBufferUsage;
    return this.device.createBuffer({ label, size: Math.max(FLOAT_BYTES, size), usage: STORAGE | COPY_DST });
  }
}
