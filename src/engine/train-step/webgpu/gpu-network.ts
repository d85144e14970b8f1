import type { Kernel } from './kernel';
import type { Program } from './program';
import { SLOTS, type Slot, slotBytes, slotData } from './slot';
import type { Target } from './target';

/** A kernel that is ready to run. */
interface Ready {
  readonly kernel: Kernel;
  readonly pipeline: GPUComputePipeline;
  readonly group: GPUBindGroup;
}

const SLOT_BUFFER = 'slots';

/** A program on a device: its pipelines and its memory. Whoever made it calls `dispose`. */
export class GpuNetwork {
  private readonly buffers = new Map<string, GPUBuffer>();
  private readonly slotSize: number;

  private constructor(
    private readonly device: GPUDevice,
    private readonly program: Program,
    private readonly target: Target,
    private readonly pipelines: ReadonlyMap<Kernel, GPUComputePipeline>,
  ) {
    this.slotSize = slotBytes(target.capacity);
  }

  /** Compiles all kernels, side by side. @throws what the device says to a shader */
  static async create(device: GPUDevice, program: Program, target: Target): Promise<GpuNetwork> {
    const kernels = [...new Set([...program.forward, ...program.training, program.finite])];
    const pipelines = await Promise.all(
      kernels.map(async (kernel) => [kernel, await knownPipeline(device, kernel, target)] as const),
    );
    return new GpuNetwork(device, program, target, new Map(pipelines));
  }

  /** Takes the memory. What the device says to it comes later, to whoever listens. */
  allocate(): void {
    const { STORAGE, COPY_SRC, COPY_DST, UNIFORM } = GPUBufferUsage;
    const take = (label: string, size: number, usage: number) =>
      this.buffers.set(label, this.device.createBuffer({ label, size, usage }));
    for (const [name, bytes] of this.program.buffers) take(name, bytes, STORAGE | COPY_SRC | COPY_DST);
    take(SLOT_BUFFER, this.slotSize * SLOTS, UNIFORM | COPY_DST);
  }

  get bytes(): number {
    return [...this.buffers.values()].reduce((sum, { size }) => sum + size, 0);
  }

  buffer(name: string): GPUBuffer {
    const found = this.buffers.get(name);
    if (!found) throw new RangeError(`no buffer ${name}`);
    return found;
  }

  /**
   * Kernels with what they work on.
   * @param others - buffers that belong to someone else, such as the images
   * @param aliases - buffers in whose place others are taken
   */
  ready(
    kernels: readonly Kernel[],
    others: Readonly<Record<string, GPUBuffer>>,
    aliases: ReadonlyMap<string, string> = new Map(),
  ): Ready[] {
    return kernels.map((kernel) => {
      const pipeline = this.pipelines.get(kernel) as GPUComputePipeline;
      const entries = kernel.bindings.map(({ buffer }, i) => ({
        binding: i + 1,
        resource: { buffer: others[buffer] ?? this.buffer(aliases.get(buffer) ?? buffer) },
      }));
      const slot = { binding: 0, resource: { buffer: this.buffer(SLOT_BUFFER), size: this.slotSize } };
      const group = this.device.createBindGroup({
        label: kernel.name,
        layout: pipeline.getBindGroupLayout(0),
        entries: [slot, ...entries],
      });
      return { kernel, pipeline, group };
    });
  }

  /** Tells what a step is about; it holds for what is submitted from now on. */
  writeSlot(number: number, slot: Slot): void {
    this.device.queue.writeBuffer(
      this.buffer(SLOT_BUFFER),
      number * this.slotSize,
      slotData(slot, this.target.lanes),
    );
  }

  /** Puts kernels into a pass, for a batch of so many images. */
  encode(pass: GPUComputePassEncoder, kernels: readonly Ready[], slot: number, images: number): void {
    const groups = Math.ceil(images / this.target.lanes);
    for (const { kernel, pipeline, group } of kernels) {
      const [x, y, z] = kernel.workgroups;
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, group, [slot * this.slotSize]);
      pass.dispatchWorkgroups(kernel.overImages ? groups : x, y, z);
    }
  }

  dispose(): void {
    for (const buffer of this.buffers.values()) buffer.destroy();
  }
}

export type ReadyKernels = ReturnType<GpuNetwork['ready']>;

/** Of each device, by the code: another run of the same network compiles nothing. */
const pipelinesOf = new WeakMap<GPUDevice, Map<string, Promise<GPUComputePipeline>>>();

function knownPipeline(device: GPUDevice, kernel: Kernel, target: Target): Promise<GPUComputePipeline> {
  const known = pipelinesOf.get(device) ?? new Map<string, Promise<GPUComputePipeline>>();
  pipelinesOf.set(device, known);
  const pipeline = known.get(kernel.code) ?? pipelineOf(device, kernel, target);
  known.set(kernel.code, pipeline);
  // A failure is not kept.
  pipeline.catch(() => known.delete(kernel.code));
  return pipeline;
}

/** @throws what the device says to a shader, which is no error of the device then */
async function pipelineOf(device: GPUDevice, { name, code, bindings }: Kernel, target: Target) {
  const entries: GPUBindGroupLayoutEntry[] = [
    {
      binding: 0,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type: 'uniform', hasDynamicOffset: true, minBindingSize: slotBytes(target.capacity) },
    },
    ...bindings.map(({ access }, i) => ({
      binding: i + 1,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type: access === 'read' ? ('read-only-storage' as const) : ('storage' as const) },
    })),
  ];
  const layout = device.createPipelineLayout({
    bindGroupLayouts: [device.createBindGroupLayout({ label: name, entries })],
  });
  device.pushErrorScope('validation');
  const module = device.createShaderModule({ label: name, code });
  const pipeline = device.createComputePipelineAsync({ label: name, layout, compute: { module } });
  const [problem] = await Promise.all([device.popErrorScope(), pipeline.catch(() => undefined)]);
  if (problem) throw new Error(problem.message);
  return pipeline;
}
