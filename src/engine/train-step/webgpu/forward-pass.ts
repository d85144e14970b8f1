import type { LabelledImages } from '../../../data/dataset';
import { INPUT_SIZE } from '../../../model/network';
import { NO_UPDATE } from '../update-factors';
import type { FittingProgram } from './fitting-program';
import type { GpuNetwork, ReadyKernels } from './gpu-network';
import { valuesBuffer } from './kernels/site';
import type { Reader } from './reader';
import { READING_SLOT } from './slot';

const FLOAT_BYTES = 4;

/** Forward passes, without dropout, of images that are brought to the device for them. */
export class ForwardPass {
  private readonly images: GPUBuffer;
  private readonly kernels: ReadyKernels;

  constructor(
    private readonly device: GPUDevice,
    private readonly network: GpuNetwork,
    private readonly fitting: FittingProgram,
    private readonly reader: Reader,
  ) {
    const { program, target } = fitting;
    const { STORAGE, COPY_DST } = GPUBufferUsage;
    this.images = device.createBuffer({
      label: 'read images',
      size: target.capacity * INPUT_SIZE,
      usage: STORAGE | COPY_DST,
    });
    this.kernels = network.ready(program.forward, { images: this.images }, program.aliases);
  }

  get bytes(): number {
    return this.images.size;
  }

  /**
   * What an operation reads, of each image; all images are under way before the first is awaited.
   * @param operation - its number, or as many as there are for the logits
   * @returns [positions.length, values] row by row
   */
  async values(images: LabelledImages, positions: Uint32Array, operation: number): Promise<Float32Array> {
    const { program, target } = this.fitting;
    const { capacity } = target;
    const { size } = operation === 0 ? this.operation(0).from : this.operation(operation - 1).to;
    const name = valuesBuffer(operation);
    const buffer = this.network.buffer(program.aliases.get(name) ?? name);
    const reads: Promise<ArrayBuffer>[] = [];
    for (let start = 0; start < positions.length; start += capacity) {
      const count = this.bring(images, positions.subarray(start, start + capacity));
      const encoder = this.device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      this.network.encode(pass, this.kernels, READING_SLOT, count);
      pass.end();
      reads.push(this.reader.submit(encoder, buffer, size * capacity * FLOAT_BYTES));
    }
    const all = new Float32Array(positions.length * size);
    for (const [i, bytes] of (await Promise.all(reads)).entries()) {
      const found = new Float32Array(bytes);
      const part = all.subarray(i * capacity * size, (i + 1) * capacity * size);
      for (let at = 0; at < part.length; at++) {
        part[at] = found[(at % size) * capacity + Math.floor(at / size)] as number;
      }
    }
    return all;
  }

  dispose(): void {
    this.images.destroy();
  }

  private operation(index: number) {
    const found = this.fitting.program.operations[index];
    if (!found) throw new RangeError(`no operation ${index}`);
    return found;
  }

  /** Puts some images where they are read. @returns how many */
  private bring({ images }: LabelledImages, some: Uint32Array): number {
    const pixels = new Uint8Array(some.length * INPUT_SIZE);
    const positions = new Uint32Array(some.length);
    some.forEach((position, i) => {
      pixels.set(images.subarray(position * INPUT_SIZE, (position + 1) * INPUT_SIZE), i * INPUT_SIZE);
      positions[i] = i;
    });
    this.device.queue.writeBuffer(this.images, 0, pixels);
    this.network.writeSlot(READING_SLOT, { positions, result: 0, step: 0, ...NO_UPDATE });
    return some.length;
  }
}
