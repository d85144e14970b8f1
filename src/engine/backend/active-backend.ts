import type { Backend, BackendChoice, Settings } from '../../model/settings';
import type { DeviceTold, EngineReadout, StepDown } from '../../protocol/backend';
import { type RunningBackend, startBackend, withTfjs } from './backend';
import type { OpenGpu } from './gpu-device';
import { lossListeners } from './loss-listeners';

/** A backend is given up for this visit when it has failed so often. */
const MOST_FAILURES = 3;

/** What there is to tell of a backend; what computes on it is told besides. */
export type BackendReadout = Pick<RunningBackend, 'backend' | 'device' | 'stepsDown'> &
  Pick<EngineReadout, 'tensors' | 'bytes'>;

interface BackendInUse {
  readonly choice: BackendChoice;
  /** What was known to train the fastest. */
  readonly fastest: Backend | undefined;
  readonly running: RunningBackend;
  readonly onLost: ReturnType<typeof lossListeners>;
}

/** Holds the backend that runs; starts it anew when it has failed, or the next one in its place. */
export class ActiveBackend {
  private inUse: BackendInUse | undefined;
  private readonly failures = new Map<Backend, number>();
  private readonly givenUp: StepDown[] = [];

  /** @param tell - hears of each device that is tried */
  constructor(private readonly tell: (told: DeviceTold) => void = () => {}) {}

  /** The device for kernels of our own, where they compute on one. */
  get gpu(): OpenGpu | undefined {
    return this.inUse?.running.gpu;
  }

  get isRunning(): boolean {
    return this.inUse !== undefined;
  }

  /** Undefined while none runs. */
  get started(): Pick<BackendInUse, 'running' | 'onLost'> | undefined {
    return this.inUse;
  }

  /**
   * The one that the settings ask for, which may run already.
   * @param isFast - whether kernels of our own compute on a backend, so that tfjs is not needed there
   * @param fastest - what was found to train the fastest, for Automatic
   */
  async start(
    settings: Settings,
    isFast: (backend: Backend) => boolean,
    fastest?: Backend,
  ): Promise<BackendInUse> {
    const wanted = { choice: choiceFor(settings, isFast, fastest), fastest };
    if (!this.inUse || !isStillWanted(this.inUse, wanted) || !suits(this.inUse.running, isFast)) {
      const before = this.inUse?.running.tfjs;
      this.close();
      const { givenUp: failed, tell } = this;
      const running = await startBackend(wanted.choice, { failed, isFast, fastest, tell });
      // Another of its backends takes the place of the one before; where none is needed, its memory is given back.
      if (!running.tfjs) before?.abandonTfjs();
      this.take(wanted, running);
    }
    return this.inUse as BackendInUse;
  }

  /** Brings up tfjs besides, where the kernels of our own could not be made. */
  async startTfjs(): Promise<void> {
    if (!this.inUse || this.inUse.running.tfjs) return;
    this.take(this.inUse, await withTfjs(this.inUse.running));
  }

  /** Some are not to be tried any more. */
  passOver(backends: readonly StepDown[]): void {
    this.givenUp.push(...backends);
  }

  /**
   * The device can't be trusted any more.
   * @returns false when there is nothing left to try
   */
  failed(reason: string): boolean {
    if (!this.inUse) return false;
    const { backend } = this.inUse.running;
    this.inUse.running.tfjs?.abandonTfjs();
    this.close();
    const failures = (this.failures.get(backend) ?? 0) + 1;
    this.failures.set(backend, failures);
    if (failures < MOST_FAILURES) return true;
    // CPU is the last resort: there is nothing after it.
    if (backend === 'cpu') return false;
    this.givenUp.push({ backend, reason: 'failed', detail: reason });
    return true;
  }

  /** Undefined while none runs. */
  readout(): BackendReadout | undefined {
    if (!this.inUse) return undefined;
    const { backend, device, stepsDown, tfjs } = this.inUse.running;
    const memory = tfjs?.tfjsMemory() ?? { tensors: 0, bytes: 0 };
    return { backend, stepsDown, ...memory, ...(device !== undefined && { device }) };
  }

  private take({ choice, fastest }: Wanted, running: RunningBackend): void {
    this.inUse = { choice, fastest, running, onLost: lossListeners(running.lost) };
  }

  private close(): void {
    this.inUse?.running.gpu?.close();
    this.inUse = undefined;
  }
}

type Wanted = Pick<BackendInUse, 'choice' | 'fastest'>;

/**
 * Who leaves the backend open gets WASM where nothing was measured and the fast step is asked for, or WASM has one for
 * the network and WebGPU has none: tfjs on a GPU is hardly ever faster than that.
 */
function choiceFor(
  { backend, trainStep }: Settings,
  isFast: (backend: Backend) => boolean,
  fastest: Backend | undefined,
): BackendChoice {
  if (backend !== 'auto' || fastest) return backend;
  return trainStep === 'fast' || (isFast('wasm') && !isFast('webgpu')) ? 'wasm' : backend;
}

/** One that was found to be the fastest after it had been taken is kept. */
const isStillWanted = ({ choice, fastest, running }: BackendInUse, wanted: Wanted): boolean =>
  choice === wanted.choice && (fastest === wanted.fastest || running.backend === wanted.fastest);

/** Whether what runs is what is needed there: tfjs, or what kernels of our own need. */
function suits({ backend, tfjs, gpu }: RunningBackend, isFast: (backend: Backend) => boolean): boolean {
  if (!isFast(backend)) return tfjs !== undefined;
  return backend !== 'webgpu' || gpu !== undefined;
}
