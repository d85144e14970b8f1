import { REFERENCE_NETWORK } from './networks';
import type { TaskSpec } from './worker/task-spec';

const network = REFERENCE_NETWORK;

/** The step in WGSL, by the size of its batches: what a GPU is told costs the more the smaller they are. */
export const WEBGPU_TRAINERS = {
  'webgpu-32': { kind: 'webgpu', network, batch: 32 },
  'webgpu-128': { kind: 'webgpu', network, batch: 128 },
  'webgpu-512': { kind: 'webgpu', network, batch: 512 },
} as const satisfies Record<string, TaskSpec>;

/** The project's own steps on the reference network, by the names that they have in the results. */
export const OWN_TRAINERS: Readonly<Record<string, TaskSpec>> = {
  'wasm-1': { kind: 'wasm', network, workers: 1 },
  'wasm-2': { kind: 'wasm', network, workers: 2 },
  ...WEBGPU_TRAINERS,
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

/** Who else trains on WebGPU, in batches of 128. */
export const WEBGPU_OTHERS = ['jax-js-webgpu', 'tfjs-webgpu', 'reference-webgpu'] as const;

/** Of the SIMD step in the results: one worker, and two. */
export const WORKERS = [1, 2] as const;
