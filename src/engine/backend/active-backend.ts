import type { Backend, BackendChoice, Settings } from '../../model/settings';
import type { EngineReadout, StepDown } from '../../protocol/backend';
import type { RunningBackend } from './backend';
import { lossListeners } from './loss-listeners';

/** A backend is given up for this visit when it has failed so often. */
const MOST_FAILURES = 2;

/** TensorFlow.js comes with it: loaded when a backend is first wanted, so that a network of our own answers before. */
type Backends = typeof import('./backend');

interface BackendInUse {
  readonly backends: Backends;
  readonly choice: BackendChoice;
  readonly running: RunningBackend;
  readonly onLost: ReturnType<typeof lossListeners>;
}

/** Holds the backend that runs; starts it anew when it has failed, or the next one in its place. */
export class ActiveBackend {
  private inUse: BackendInUse | undefined;
  private readonly failures = new Map<Backend, number>();
  private readonly givenUp: StepDown[] = [];

  get isRunning(): boolean {
    return this.inUse !== undefined;
  }

  /** The one that the settings ask for, which may run already. */
  async start(settings: Settings): Promise<Pick<BackendInUse, 'running' | 'onLost'>> {
    const choice = choiceFor(settings);
    if (this.inUse?.choice !== choice) {
      const backends = await import('./backend');
      const running = await backends.startBackend(choice, this.givenUp);
      this.inUse = { choice, running, backends, onLost: lossListeners(running.lost) };
    }
    return this.inUse;
  }

  /**
   * The device can't be trusted any more.
   * @returns false when there is nothing left to try
   */
  failed(reason: string): boolean {
    if (!this.inUse) return false;
    const { backend } = this.inUse.running;
    this.inUse.backends.abandonBackend();
    this.inUse = undefined;
    const failures = (this.failures.get(backend) ?? 0) + 1;
    this.failures.set(backend, failures);
    if (failures < MOST_FAILURES) return true;
    // CPU is the last resort: there is nothing after it.
    if (backend === 'cpu') return false;
    this.givenUp.push({ backend, reason: 'failed', detail: reason });
    return true;
  }

  /** Undefined while none runs. */
  readout(): Pick<EngineReadout, 'backend' | 'device' | 'stepsDown' | 'tensors' | 'bytes'> | undefined {
    if (!this.inUse) return undefined;
    const { backend, device, stepsDown } = this.inUse.running;
    return { backend, stepsDown, ...this.inUse.backends.memory(), ...(device !== undefined && { device }) };
  }
}

/** Who asks for the fast step and leaves the backend open gets the one that has it. */
const choiceFor = ({ backend, trainStep }: Settings): BackendChoice =>
  backend === 'auto' && trainStep === 'fast' ? 'wasm' : backend;
