import { REFERENCE_NETWORK } from './networks';
import type { TaskSpec } from './worker/task-spec';

const network = REFERENCE_NETWORK;

/** The project's own steps on the reference network, by the names that they have in the results. */
export const OWN_TRAINERS: Readonly<Record<string, TaskSpec>> = {
  'wasm-1': { kind: 'wasm', network, workers: 1 },
  'wasm-2': { kind: 'wasm', network, workers: 2 },
  'reference-wasm': { kind: 'reference', network, backend: 'wasm' },
  'reference-webgl': { kind: 'reference', network, backend: 'webgl' },
  'reference-webgpu': { kind: 'reference', network, backend: 'webgpu' },
  'reference-cpu': { kind: 'reference', network, backend: 'cpu' },
};

/** Other programs that train in a browser. */
export const TFJS_TRAINERS: Readonly<Record<string, TaskSpec>> = {
  'tfjs-webgl': { kind: 'tfjs', backend: 'webgl' },
  'tfjs-webgpu': { kind: 'tfjs', backend: 'webgpu' },
  'tfjs-wasm': { kind: 'tfjs', backend: 'wasm' },
  'tfjs-cpu': { kind: 'tfjs', backend: 'cpu' },
};
export const JAX_TRAINERS: Readonly<Record<string, TaskSpec>> = {
  'jax-js-wasm': { kind: 'jax-js', device: 'wasm' },
  'jax-js-webgpu': { kind: 'jax-js', device: 'webgpu' },
};

export const PEERS: readonly string[] = [...Object.keys(TFJS_TRAINERS), ...Object.keys(JAX_TRAINERS)];

/** Of the SIMD step in the results: one worker, and two. */
export const WORKERS = [1, 2] as const;
