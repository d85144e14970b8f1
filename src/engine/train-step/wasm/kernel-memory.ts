import { INPUT_SIDE } from '../../../model/network';
import { sizeOf } from '../../../model/shapes';
import { OutOfMemory } from '../out-of-memory';
import { PAGE_BYTES } from './assembler/module';
import type { KernelPlan } from './kernel-plan';
import { FLOAT_BYTES, type Layout } from './layout';
import type { MemoryRegion } from './memory-map';

/** The memory of one network's kernels, and the values that lie in it between the stages. */
export class KernelMemory {
  readonly memory: WebAssembly.Memory;

  /** @throws OutOfMemory */
  constructor(private readonly plan: Pick<KernelPlan, 'map' | 'parts'>) {
    const pages = Math.ceil(plan.map.bytes / PAGE_BYTES);
    try {
      this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    } catch {
      throw new OutOfMemory(Math.ceil(plan.map.bytes / 2 ** 20));
    }
  }

  floats({ address, bytes }: MemoryRegion): Float32Array<ArrayBuffer> {
    return new Float32Array(this.memory.buffer, address, bytes / FLOAT_BYTES);
  }

  words({ address, bytes }: MemoryRegion): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.memory.buffer, address, bytes / FLOAT_BYTES);
  }

  bytes({ address, bytes }: MemoryRegion): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.memory.buffer, address, bytes);
  }

  /** Puts one image, [28·28], 0 to 1, in front of the first stage. */
  setImage(image: Float32Array): void {
    const { origin, row } = this.layout(0);
    const floats = this.valueFloats(0);
    for (let y = 0; y < INPUT_SIDE; y++) {
      floats.set(image.subarray(y * INPUT_SIDE, (y + 1) * INPUT_SIDE), origin + y * row);
    }
  }

  /**
   * The values of one image of the block, row by row, channels last.
   * @param boundary - in front of the stage of this number, or behind the last
   */
  copyValues(boundary: number, image: number, target: Float32Array): void {
    const { height, width, channels, origin, row, pixel, size } = this.layout(boundary);
    const floats = this.valueFloats(boundary);
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i += channels) {
        const at = image * size + origin + y * row + x * pixel;
        target.set(floats.subarray(at, at + channels), i);
      }
    }
  }

  /** Values of one image at a boundary. */
  valueCount(boundary: number): number {
    const { height, width, channels } = this.layout(boundary);
    return sizeOf([height, width, channels]);
  }

  private valueFloats(boundary: number): Float32Array<ArrayBuffer> {
    return this.floats(this.plan.map.values[boundary] as MemoryRegion);
  }

  private layout(boundary: number): Layout {
    const { stages } = this.plan.parts;
    const stage = stages[Math.max(0, boundary - 1)];
    if (!stage) throw new RangeError(`there is no boundary ${boundary}`);
    return boundary === 0 ? stage.input : stage.output;
  }
}
