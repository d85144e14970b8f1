import * as tf from '@tensorflow/tfjs';
import type { Backend } from '../../model/settings';
import { watchDevice } from './watch-device';

/** tfjs's number for its tiled matrix product (MatMulProgramType.MatMulPackedProgram). */
const PACKED_MATMUL = 3;

// Software is judged in backend-choice.ts; tfjs must not refuse what a person asked for.
tf.env().set('SOFTWARE_WEBGL_ENABLED', true);

/**
 * Makes tfjs run on a backend whose code is loaded. One that already runs and still computes is kept; another one is
 * shut down first, with the memory it holds, unless there are live tensors.
 * @returns resolves with the reason when the device is lost, never on backends without one
 * @throws Error if it does not compute
 */
export async function startTfjs(
  backend: Backend,
  answers: Answers,
): Promise<{ readonly lost: Promise<string> }> {
  await answers(start(backend)).catch(() => answers(startAfresh(backend)));
  return { lost: watchDevice() };
}

/** Whether tfjs's WASM backend, once loaded, has vectors here; without, it is no faster than others. */
export const tfjsHasSimd = async (): Promise<boolean> =>
  Boolean(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'));

/** Refuses an answer that does not come in time. */
type Answers = <T>(answer: Promise<T>) => Promise<T>;

/** Live tensors, and their bytes as the backend counts them. Only while a backend runs. */
export function tfjsMemory(): { tensors: number; bytes: number } {
  const { numTensors, numBytes, ...more } = tf.memory();
  const onDevice = 'numBytesInGPU' in more ? Number(more.numBytesInGPU) : numBytes;
  return { tensors: numTensors, bytes: onDevice };
}

/** Gives up the backend that runs now, whose device can't be trusted any more: the next start makes a new one. */
export function abandonTfjs(): void {
  const backend = tf.getBackend();
  if (backend) shutDown(backend);
}

/**
 * The code of a backend comes when it is first tried; webgl and cpu are part of tfjs itself.
 * @param software - whether a processor imitates the device
 */
export async function loadTfjs(backend: Backend, software: boolean): Promise<void> {
  switch (backend) {
    case 'wasm':
      await import('./wasm-backend');
      break;
    case 'webgpu':
      await import('@tensorflow/tfjs-backend-webgpu');
      if (software) await import('./tfjs-swiftshader/register');
      // Left to itself, tfjs adds long matrix products by atomics, in any order: no two runs would be the same.
      tf.env().set('WEBGPU_MATMUL_PROGRAM_TYPE', PACKED_MATMUL);
      break;
    case 'webgl':
    case 'cpu':
      break;
    default:
      backend satisfies never;
  }
}

async function start(backend: Backend): Promise<void> {
  const previous = tf.getBackend();
  if (previous && previous !== backend && tf.memory().numTensors === 0) shutDown(previous);
  if (tf.getBackend() !== backend && !(await tf.setBackend(backend))) {
    throw new Error(`tfjs could not start ${backend}`);
  }
  await checkResult();
}

async function startAfresh(backend: Backend): Promise<void> {
  if (tf.findBackendFactory(backend)) shutDown(backend);
  await start(backend);
}

/** Frees what a backend holds; it can be started again. */
function shutDown(backend: string): void {
  const factory = tf.findBackendFactory(backend);
  try {
    tf.removeBackend(backend);
  } finally {
    // Removing frees first, which a dead device may refuse.
    if (!tf.findBackendFactory(backend)) tf.registerBackend(backend, factory);
  }
}

/** A backend may start and yet compute nothing: let it multiply two matrices. */
async function checkResult(): Promise<void> {
  const product = tf.tidy(() =>
    tf.matMul(
      tf.tensor2d([
        [1, 2],
        [3, 4],
      ]),
      tf.tensor2d([
        [5, 6],
        [7, 8],
      ]),
    ),
  );
  try {
    const values = await product.data();
    if (values.join() !== '19,22,43,50') throw new Error(`a product came out as ${values.join()}`);
  } finally {
    product.dispose();
  }
}
