import type * as tf from '@tensorflow/tfjs';
import type { WebGPUBackend, WebGPUProgram } from '@tensorflow/tfjs-backend-webgpu';

/** A program whose threads never wait for one another and address the buffers on their own. */
interface Threads {
  /** Name and every number that is written into the code: equal keys mean equal code. */
  readonly key: string;
  /** Buffers of single floats, by the name that the code gives them. */
  readonly inputs: Readonly<Record<string, tf.TensorInfo>>;
  readonly outputShape: readonly number[];
  readonly threads: number;
  /** What depends on the batch, so that a shorter one is not compiled anew: `uniforms.<name>`. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Body of a function of `index`, 0 to threads − 1, that writes to `result`. */
  readonly code: () => string;
}

/** SwiftShader hands whole workgroups to the CPU's cores: small enough that short programs occupy them all. */
const WORKGROUP = 16;

/** Puts a program to work. Returns its output, a float32 tensor that the caller owns. */
export function run(
  backend: unknown,
  { key, inputs, threads, counts = {}, ...program }: Threads,
): tf.TensorInfo {
  const names = ['threads', ...Object.keys(counts)];
  const outputShape = [...program.outputShape];
  const described: WebGPUProgram = {
    variableNames: Object.keys(inputs),
    variableComponents: Object.keys(inputs).map(() => 1),
    outputShape,
    workgroupSize: [WORKGROUP, 1, 1],
    // Flat: every axis of the output lies along the first axis of the dispatch.
    dispatchLayout: { x: outputShape.map((_, axis) => axis) },
    dispatch: [Math.ceil(threads / WORKGROUP), 1, 1],
    uniforms: names.map((name) => `${name}: i32,`).join(' '),
    shaderKey: `software_${key}`,
    getUserCode: () => `fn main(index: i32) {
      if (index >= uniforms.threads) { return; }
      ${program.code()}
    }`,
  };
  const data = [threads, ...Object.values(counts)].map((count) => ({ type: 'int32', data: [count] }));
  return (backend as WebGPUBackend).runWebGPUProgram(described, Object.values(inputs), 'float32', data);
}

/** WGSL for each of `count` numbered repetitions: unrolled, since a turn of a loop costs more than a product. */
export const each = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** WGSL for the sum of `count` numbered terms. */
export const sumOf = (count: number, term: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => term(i)).join(' + ');

/** The largest divisor of `length` that is at most `limit`; 1 of nothing. */
export function divisor(length: number, limit: number): number {
  let found = Math.max(1, Math.min(length, limit));
  while (length % found !== 0) found--;
  return found;
}

/**
 * How many output channels a thread takes. SwiftShader computes four threads at once and is fast where these four read
 * one address or four in a row: neighbours must be neighbouring channels of one pixel.
 */
export function channelsAThread(channels: number): number {
  let taken = 6;
  while (taken > 1 && channels % (4 * taken) !== 0) taken--;
  return taken;
}
