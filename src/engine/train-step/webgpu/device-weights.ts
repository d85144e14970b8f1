import type { StepState } from '../../../model/step-state';
import type { GpuNetwork } from './gpu-network';
import { LANES, parameterVectors } from './operations';
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
    for (const name of this.existing('parameters', 'average')) this.write(name, parameters);
    this.changed();
    if (!this.program.buffers.has('state')) return;
    const encoder = this.device.createCommandEncoder();
    encoder.clearBuffer(this.network.buffer('state'));
    this.device.queue.submit([encoder.finish()]);
  }

  /** As of this moment, copied. */
  async snapshot(): Promise<Pick<StepState, 'weights' | 'vectors' | 'average'>> {
    // All are asked for at once, so that no step comes in between.
    const [weights, vectors, average] = await Promise.all(
      ['parameters', 'state', 'average'].map((name) => this.vectorsOf(name)),
    );
    const averaged = average?.[0] && { average: average[0] };
    return { weights: weights?.[0] ?? [], vectors: vectors ?? [], ...averaged };
  }

  /** @throws RangeError for weights of other sizes */
  restore({ weights, vectors, average }: StepState): void {
    const values = (tensors: readonly Float32Array[]) => parameterValues(this.program.operations, tensors);
    const [state, averaged] = [vectors.map(values), average && values(average)];
    this.set(weights);
    for (const [i, vector] of state.entries()) this.write('state', vector, i * vector.byteLength);
    for (const name of averaged ? this.existing('average') : [])
      this.write(name, averaged as Float32Array<ArrayBuffer>);
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
    const names = this.existing('parameters', 'state', 'average');
    const copies = await Promise.all(names.map((name) => this.copyOf(name)));
    try {
      return await work();
    } finally {
      for (const [i, name] of this.reader.isDisposed ? [] : names.entries()) {
        this.write(name, copies[i] as ArrayBuffer);
      }
    }
  }

  /** Those that the network is read by. */
  private async fetch(): Promise<Float32Array[]> {
    const [weights] = await this.vectorsOf(this.program.aliases.get('parameters') ?? 'parameters');
    return weights ?? [];
  }

  /** The vectors of all parameters that a buffer holds, none where there is no buffer. */
  private async vectorsOf(name: string): Promise<Float32Array[][]> {
    if (this.existing(name).length === 0) return [];
    const all = new Float32Array(await this.copyOf(name));
    const { operations } = this.program;
    const length = parameterVectors(operations) * LANES;
    return Array.from({ length: all.length / length }, (_, i) =>
      weightValues(operations, all.subarray(i * length, (i + 1) * length)),
    );
  }

  private existing(...names: string[]): string[] {
    return names.filter((name) => this.program.buffers.has(name));
  }

  private copyOf(name: string): Promise<ArrayBuffer> {
    return this.reader.submit(this.device.createCommandEncoder(), this.network.buffer(name));
  }

  private write(name: string, values: Float32Array<ArrayBuffer> | ArrayBuffer, at = 0): void {
    this.device.queue.writeBuffer(this.network.buffer(name), at, values);
  }
}
