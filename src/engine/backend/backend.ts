import type { Backend, BackendChoice } from '../../model/settings';
import type { DeviceTold, StepDown } from '../../protocol/backend';
import { answersInTime } from './answers-in-time';
import { type Candidate, candidatesFor } from './backend-choice';
import { probeDevice } from './device-probe';
import { type OpenGpu, openGpu } from './gpu-device';

/** TensorFlow.js with its backends, loaded when it is first needed. */
type Tfjs = typeof import('./tfjs-backend');

/** What computes: tfjs on a backend, or a backend's bare device for kernels of our own. */
export interface RunningBackend {
  readonly backend: Backend;
  /** The device as it names itself, where it does. */
  readonly device?: string;
  /** Whether a processor imitates the device. */
  readonly software: boolean;
  /** What was passed over or failed before this one, in order. */
  readonly stepsDown: readonly StepDown[];
  /** Resolves with the reason when the device is gone; never on backends without a device. */
  readonly lost: Promise<string>;
  /** On WebGPU without tfjs. */
  readonly gpu?: OpenGpu;
  /** Where it runs. */
  readonly tfjs?: Tfjs;
}

interface Wishes {
  /** Backends that are passed over because they failed before. */
  readonly failed?: readonly StepDown[];
  /** Whether kernels of our own compute there, so that tfjs is not needed. */
  readonly isFast?: (backend: Backend) => boolean;
  /** What was found to train the fastest here: Automatic tries it first. */
  readonly fastest?: Backend | undefined;
  /** Hears of each device that is tried. */
  readonly tell?: (told: DeviceTold) => void;
}

/**
 * Milliseconds. An adapter is there at once or never: some drivers leave it open for ever. A device takes as long as a
 * slow driver takes to load.
 */
const LIMITS = { probe: 5_000, device: 10_000 } as const;

let turn: Promise<unknown> = Promise.resolve();

/**
 * Brings up the chosen backend, or the next one that works. Calls are served one after the other.
 * @throws Error if not even the CPU backend computes
 */
export function startBackend(choice: BackendChoice, wishes: Wishes = {}): Promise<RunningBackend> {
  return inTurn(() => firstThatWorks(candidatesFor(choice, wishes.fastest), wishes));
}

/**
 * Brings up tfjs besides on a backend that ran without it.
 * @throws Error if it does not compute there
 */
export function withTfjs(running: RunningBackend): Promise<RunningBackend> {
  return inTurn(async () => {
    const tfjs = await import('./tfjs-backend');
    await answersInTime(tfjs.loadTfjs(running.backend, running.software));
    const { lost } = await tfjs.startTfjs(running.backend, answersInTime);
    return { ...running, tfjs, lost: Promise.race([running.lost, lost]) };
  });
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work);
  turn = done.catch(() => {});
  return done;
}

async function firstThatWorks(
  candidates: readonly Candidate[],
  { failed = [], isFast = () => false, tell }: Wishes,
): Promise<RunningBackend> {
  const stepsDown: StepDown[] = [...failed];
  for (const candidate of candidates) {
    const { backend } = candidate;
    if (failed.some((before) => before.backend === backend)) continue;
    const tellStep = (step: DeviceTold['step']) => tell?.({ type: 'device', backend, step });
    const outcome = await attempt(candidate, isFast(backend), tellStep);
    tellStep('reason' in outcome ? 'left' : 'used');
    if ('reason' in outcome) stepsDown.push({ backend, ...outcome });
    else return { backend, stepsDown, ...outcome };
  }
  throw new Error(
    `no backend works: ${stepsDown.map((s) => `${s.backend}: ${s.detail ?? s.reason}`).join('; ')}`,
  );
}

type Attempt = Omit<RunningBackend, 'backend' | 'stepsDown'> | Omit<StepDown, 'backend'>;

async function attempt(
  { backend, evenIfSoftware }: Candidate,
  isFast: boolean,
  tellStep: (step: DeviceTold['step']) => void,
): Promise<Attempt> {
  // A WebGL context is made within the call: in software, on a busy processor, that took seven seconds.
  tellStep(backend === 'webgl' ? 'used' : 'asked');
  try {
    const probe = await answersInTime(probeDevice(backend), LIMITS.probe);
    if (!probe.usable) return { reason: probe.reason };
    const { software } = probe;
    const device = probe.device === undefined ? {} : { device: probe.device };
    if (software && !evenIfSoftware) return { reason: 'software', ...detail(probe.device) };
    if (isFast) return { ...device, software, ...(await bare(backend)) };
    // Its code and its first shaders keep the engine busy.
    tellStep('used');
    const tfjs = await import('./tfjs-backend');
    await answersInTime(tfjs.loadTfjs(backend, software));
    if (backend === 'wasm' && !evenIfSoftware && !(await tfjs.tfjsHasSimd())) return { reason: 'no-simd' };
    const { lost } = await tfjs.startTfjs(backend, answersInTime);
    return { ...device, software, tfjs, lost };
  } catch (error) {
    return { reason: 'failed', ...detail(error instanceof Error ? error.message : String(error)) };
  }
}

/** What kernels of our own need of a backend. */
async function bare(backend: Backend): Promise<Pick<RunningBackend, 'lost' | 'gpu'>> {
  if (backend !== 'webgpu') return { lost: new Promise(() => {}) };
  const opening = openGpu();
  const gpu = await answersInTime(opening, LIMITS.device).catch((error) => {
    // It may come yet, when nobody waits for it any more.
    opening.then((late) => late.close()).catch(() => {});
    throw error;
  });
  return { gpu, lost: gpu.lost };
}

const detail = (text: string | undefined) => (text === undefined ? {} : { detail: text });
