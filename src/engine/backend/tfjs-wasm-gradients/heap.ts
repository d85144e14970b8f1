import type * as tf from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** What a kernel of the WASM backend is called with. */
export interface KernelCall {
  readonly inputs: tf.NamedTensorInfoMap;
  readonly attrs?: tf.NamedAttrMap;
  readonly backend: unknown;
}

/** The backend that a kernel registered for 'wasm' runs on. */
export const wasmOf = ({ backend }: KernelCall) => backend as BackendWasm;

export function inputOf({ inputs }: KernelCall, name: string): tf.TensorInfo {
  const input = inputs[name];
  if (!input) throw new Error(`kernel input '${name}' is missing`);
  return input;
}

/** The values of a float32 tensor where they lie. Valid until the next allocation, which may move the heap. */
export const floatsOf = (backend: BackendWasm, tensor: tf.TensorInfo) =>
  backend.typedArrayFromHeap(tensor) as Float32Array;

/** A float32 tensor of undefined content; the caller fills it and owns it. */
export const emptyFloats = (backend: BackendWasm, shape: readonly number[]): tf.TensorInfo =>
  backend.makeOutput([...shape], 'float32');

/** Frees what a kernel allocated for its own use. */
export function free(backend: BackendWasm, ...tensors: tf.TensorInfo[]): void {
  for (const { dataId } of tensors) backend.disposeData(dataId);
}

/**
 * `[a, b, inner]` → `[b, a, inner]`.
 * @returns a new tensor of that shape, owned by the caller
 */
export function swapOuterAxes(
  backend: BackendWasm,
  tensor: tf.TensorInfo,
  [a, b, inner]: readonly [number, number, number],
): tf.TensorInfo {
  const swapped = emptyFloats(backend, [b, a, inner]);
  const from = floatsOf(backend, tensor);
  const to = floatsOf(backend, swapped);
  for (let j = 0, target = 0; j < b; j++) {
    for (let i = 0; i < a; i++) {
      let source = (i * b + j) * inner;
      for (let k = 0; k < inner; k++) to[target++] = from[source++] as number;
    }
  }
  return swapped;
}
