import * as tf from '@tensorflow/tfjs';
import type { Backend, BackendChoice } from '../../model/settings';
import type { StepDown } from '../../protocol/backend';
import { type Candidate, candidatesFor } from './backend-choice';
import { probeDevice } from './device-probe';
import { watchDevice } from './watch-device';

export interface RunningBackend {
  readonly backend: Backend;
  /** The device as it names itself, where it does. */
  readonly device?: string;
  /** What was passed over or failed before this one, in order. */
  readonly stepsDown: readonly StepDown[];
  /** Resolves with the reason when the device is gone; never on backends without a device. */
  readonly lost: Promise<string>;
}

/** A device that has not answered by then is taken for dead; compiling the first shaders takes seconds on slow ones. */
const ANSWER_LIMIT_MS = 20_000;

/** tfjs's number for its tiled matrix product (MatMulProgramType.MatMulPackedProgram). */
const PACKED_MATMUL = 3;

// Software is judged in backend-choice.ts; tfjs must not refuse what a person asked for.
tf.env().set('SOFTWARE_WEBGL_ENABLED', true);

let turn: Promise<unknown> = Promise.resolve();

/**
 * Makes tfjs run on the chosen backend, or on the next one that works. Calls are served one after the other. A backend
 * that already runs and still computes is kept; another one is shut down first, with the memory it holds, unless there
 * are live tensors.
 * @param failed - backends that are passed over because they failed before
 * @throws Error if not even the CPU backend computes
 */
export function startBackend(
  choice: BackendChoice,
  failed: readonly StepDown[] = [],
): Promise<RunningBackend> {
  const started = turn.then(() => firstThatWorks(candidatesFor(choice), failed));
  turn = started.catch(() => {});
  return started;
}

/** Live tensors, and their bytes as the backend counts them. Only while a backend runs. */
export function memory(): { tensors: number; bytes: number } {
  const { numTensors, numBytes, ...more } = tf.memory();
  const onDevice = 'numBytesInGPU' in more ? Number(more.numBytesInGPU) : numBytes;
  return { tensors: numTensors, bytes: onDevice };
}

/** Gives up the backend that runs now, whose device can't be trusted any more: the next start makes a new one. */
export function abandonBackend(): void {
  const backend = tf.getBackend();
  if (backend) shutDown(backend);
}

async function firstThatWorks(
  candidates: readonly Candidate[],
  failed: readonly StepDown[],
): Promise<RunningBackend> {
  const stepsDown: StepDown[] = [...failed];
  for (const candidate of candidates) {
    const { backend } = candidate;
    if (failed.some((before) => before.backend === backend)) continue;
    const outcome = await attempt(candidate);
    if ('reason' in outcome) stepsDown.push({ backend, ...outcome });
    else return { backend, stepsDown, lost: watchDevice(), ...outcome };
  }
  throw new Error(
    `no backend works: ${stepsDown.map((s) => `${s.backend}: ${s.detail ?? s.reason}`).join('; ')}`,
  );
}

async function attempt({
  backend,
  evenIfSoftware,
}: Candidate): Promise<{ device?: string } | Omit<StepDown, 'backend'>> {
  try {
    const probe = await probeDevice(backend);
    if (!probe.usable) return { reason: probe.reason };
    const device = probe.device === undefined ? {} : { device: probe.device };
    if (probe.software && !evenIfSoftware) return { reason: 'software', ...detail(probe.device) };
    await answersInTime(load(backend, probe.software));
    if (backend === 'wasm' && !evenIfSoftware && !(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) {
      return { reason: 'no-simd' };
    }
    await answersInTime(start(backend)).catch(() => answersInTime(startAfresh(backend)));
    return device;
  } catch (error) {
    return { reason: 'failed', ...detail(error instanceof Error ? error.message : String(error)) };
  }
}

const detail = (text: string | undefined) => (text === undefined ? {} : { detail: text });

/** The code of a backend comes when it is first tried; webgl and cpu are part of tfjs itself. */
async function load(backend: Backend, software: boolean): Promise<void> {
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

function answersInTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`no answer in ${ANSWER_LIMIT_MS / 1000} s`)),
      ANSWER_LIMIT_MS,
    );
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
