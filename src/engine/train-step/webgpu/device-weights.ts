import type { GpuNetwork } from './gpu-network';
import { parameterValues, weightValues } from './parameter-values';
import type { Program } from './program';
import type { Reader } from './reader';

/** The weights on a device, with the optimizer's state. */
export class DeviceWeights {
  /** Those of the moment, once they were read, until they change. */
  private known: Promise<Float32Array[]> | undefined;

  constructor(
    private readonly device: GPUDevice,
    private readonly network: GpuNetwork,
    private readonly program: Program,
    private readonly reader: Reader,
  ) {}

  /** Also forgets the optimizer's state. @throws RangeError for weights of other sizes */
  set(weights: readonly Float32Array[]): void {
    const parameters = parameterValues(this.program.operations, weights);
    this.device.queue.writeBuffer(this.network.buffer('parameters'), 0, parameters);
    this.changed();
    if (!this.program.buffers.has('state')) return;
    const encoder = this.device.createCommandEncoder();
    encoder.clearBuffer(this.network.buffer('state'));
    this.device.queue.submit([encoder.finish()]);
  }

  /** A step was put to work. */
  changed(): void {
    this.known = undefined;
  }

  /** Copies, one array a tensor, in the order of the plan. */
  async read(): Promise<Float32Array[]> {
    this.known ??= this.fetch();
    try {
      const weights = await this.known;
      return weights.map((tensor) => tensor.slice());
    } catch (error) {
      // A failure is not kept.
      this.known = undefined;
      throw error;
    }
  }

  /** Does work that changes them, and puts them and the optimizer's state back. */
  async preserve<T>(work: () => Promise<T>): Promise<T> {
    const names = ['parameters', 'state'].filter((name) => this.program.buffers.has(name));
    const copies = await Promise.all(
      names.map((name) => this.reader.submit(this.device.createCommandEncoder(), this.network.buffer(name))),
    );
    try {
      return await work();
    } finally {
      for (const [i, name] of this.reader.isDisposed ? [] : names.entries()) {
        this.device.queue.writeBuffer(this.network.buffer(name), 0, copies[i] as ArrayBuffer);
      }
    }
  }

  private async fetch(): Promise<Float32Array[]> {
    const bytes = await this.reader.submit(
      this.device.createCommandEncoder(),
      this.network.buffer('parameters'),
    );
    return weightValues(this.program.operations, new Float32Array(bytes));
  }
}
