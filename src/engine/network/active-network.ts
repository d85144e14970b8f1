import type { LabelledImages } from '../../data/dataset';
import { initialWeights } from '../../model/initial-weights';
import type { Pretrained } from '../../model/pretrained';
import type { Backend, BackendChoice, Settings } from '../../model/settings';
import { settingsProblem } from '../../model/settings-problem';
import { planOf } from '../../model/shapes';
import type { StepDown } from '../../protocol/backend';
import type { EngineEvent } from '../../protocol/engine-api';
import type { RunningBackend } from '../backend/backend';
import { lossListeners } from '../backend/loss-listeners';
import { type ChosenStep, chooseStep, cloneStep, pretrainedStep } from '../train-step/choose-step';
import type { TrainStep } from '../train-step/train-step';

/** The network in use: its weights live in its train step. */
export interface NetworkInUse {
  readonly step: TrainStep;
  /** What it was made by. */
  readonly settings: Settings;
  /** Batches that the weights have seen. */
  trainedBatches: number;
  /** Has a listener told the reason when the device under it is gone; returns a function that takes it away. */
  readonly onLost: (listener: (reason: string) => void) => () => void;
}

/** Weights that can be trusted, kept outside of the device. */
export interface Checkpoint {
  readonly weights: readonly Float32Array[];
  readonly trainedBatches: number;
}

/**
 * TensorFlow.js, and the kernels of a network that came trained, take the thread for half a second when they are made
 * ready: not while a newcomer's first drawing waits to be read.
 */
const FIRST_MOMENT_MS = 1500;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const NO_IMAGES: LabelledImages = { images: new Uint8Array(0), labels: new Uint8Array(0) };

/** A backend, or the fast step, is given up for this visit when it has failed so often. */
const MOST_FAILURES = 2;

/** TensorFlow.js comes with it: loaded when a backend is first wanted, so that a network of our own answers before. */
type Backends = typeof import('../backend/backend');

interface BackendInUse {
  readonly backends: Backends;
  readonly choice: Settings['backend'];
  readonly running: RunningBackend;
  readonly onLost: NetworkInUse['onLost'];
}

/** Who asks for the fast step and leaves the backend open gets the one that has it. */
const backendFor = ({ backend, trainStep }: Settings): BackendChoice =>
  backend === 'auto' && trainStep === 'fast' ? 'wasm' : backend;

/** Holds the backend and the one network in use; makes a new one, one at a time, and frees the old. */
export class ActiveNetwork {
  inUse: NetworkInUse | undefined;
  private chosen: ChosenStep | undefined;
  private backend: BackendInUse | undefined;
  private readonly failures = new Map<Backend, number>();
  private readonly givenUp: StepDown[] = [];
  private fastFailures = 0;
  /** Why the fast step was given up. */
  private fastGivenUp: string | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private latest = 0;

  constructor(private readonly emit: (event: EngineEvent) => void) {}

  /**
   * Brings up the backend and makes the network, with fresh weights or those of a checkpoint. Of several requests that
   * wait, only the last is done.
   * @returns the network, or undefined when it was overtaken or could not be made (a `fault` event says why)
   */
  build(
    settings: Settings,
    training: LabelledImages = NO_IMAGES,
    checkpoint?: Checkpoint,
  ): Promise<NetworkInUse | undefined> {
    this.latest += 1;
    const request = this.latest;
    const built = this.queue.then(async () => {
      if (request !== this.latest) return undefined;
      try {
        return await this.make(settings, training, checkpoint);
      } catch (error) {
        this.deviceFailed(String(error));
        this.emit({ type: 'fault', fault: { code: 'backend-failed', detail: String(error) } });
        return undefined;
      }
    });
    this.queue = built;
    return built;
  }

  /**
   * Takes a network into use that was trained elsewhere, at once and without a backend; then brings up the backend that
   * the settings ask for, so that a run can begin.
   * @returns false when it was overtaken or could not be made
   */
  adopt(pretrained: Pretrained, settings: Settings): Promise<boolean> {
    this.latest += 1;
    const request = this.latest;
    const adopted = this.queue.then(() => request === this.latest && this.takePretrained(pretrained));
    this.queue = adopted.then(async (isInUse) => {
      if (!isInUse) return;
      await pause(FIRST_MOMENT_MS);
      // Overtaken: another network is about to take its place.
      if (request !== this.latest) return;
      try {
        await this.inUse?.step.inFlightAtMost(0);
      } catch {
        // It can't be used for more than looks, where one that TensorFlow.js computes may.
        void this.build(settings);
        return;
      }
      try {
        await this.startBackend(settings);
        this.tellReadout();
      } catch (error) {
        this.emit({ type: 'fault', fault: { code: 'backend-failed', detail: String(error) } });
      }
    });
    return adopted;
  }

  /**
   * The device can't be trusted any more: the next network starts it anew, or the next backend in its place.
   * @returns false when there is nothing left to try
   */
  deviceFailed(reason: string): boolean {
    if (!this.backend) return false;
    if (this.chosen?.kind === 'fast') return this.fastFailed(reason);
    const { backend } = this.backend.running;
    this.release();
    this.backend.backends.abandonBackend();
    this.backend = undefined;
    const failures = (this.failures.get(backend) ?? 0) + 1;
    this.failures.set(backend, failures);
    if (failures < MOST_FAILURES) return true;
    // CPU is the last resort: there is nothing after it.
    if (backend === 'cpu') return false;
    this.givenUp.push({ backend, reason: 'failed', detail: reason });
    return true;
  }

  /** The fast step needs nothing of the backend, which is not to blame. */
  private fastFailed(reason: string): true {
    this.release();
    this.fastFailures += 1;
    if (this.fastFailures >= MOST_FAILURES) this.fastGivenUp = reason;
    return true;
  }

  /**
   * Another step of the network in use, to train apart from it. Whoever asks for it disposes of it.
   * @param changes - of its settings, its layers apart
   * @throws where there is no network, or no memory for another step
   */
  async beside(
    weights: readonly Float32Array[],
    training: LabelledImages,
    changes: Partial<Settings>,
  ): Promise<TrainStep> {
    if (!this.chosen || !this.inUse) throw new Error('there is no network');
    const settings = { ...this.inUse.settings, ...changes };
    const parts = { weights, training, cores: navigator.hardwareConcurrency };
    return cloneStep(this.chosen.kind, settings, parts);
  }

  tellReadout(): void {
    if (!this.backend || !this.chosen) return;
    const { backend, device, stepsDown } = this.backend.running;
    const { tensors, bytes } = this.backend.backends.memory();
    const { kind, step } = this.chosen;
    const readout = {
      backend,
      stepsDown,
      trainStep: kind,
      ...(kind === 'fast' ? { workers: this.chosen.workers } : { stepReason: this.chosen.reason }),
      tensors,
      bytes: bytes + step.bytes,
      ...(device !== undefined && { device }),
    };
    this.emit({ type: 'engine', readout });
  }

  private async make(
    settings: Settings,
    training: LabelledImages,
    checkpoint: Checkpoint | undefined,
  ): Promise<NetworkInUse | undefined> {
    if (settingsProblem(settings)) {
      this.emit({ type: 'fault', fault: { code: 'impossible-settings' } });
      return undefined;
    }
    this.release();
    const { running, onLost } = await this.startBackend(settings);
    const weights = checkpoint?.weights ?? initialWeights(planOf(settings.network), settings);
    const parts = { weights, training, givenUp: this.fastGivenUp, cores: navigator.hardwareConcurrency };
    this.chosen = await chooseStep(settings, running.backend, parts);
    const trainedBatches = checkpoint?.trainedBatches ?? 0;
    this.inUse = { step: this.chosen.step, settings, trainedBatches, onLost };
    this.emit({ type: 'network', settings, trainedBatches });
    this.tellReadout();
    return this.inUse;
  }

  private takePretrained({ card, weights }: Pretrained): boolean {
    const { settings } = card;
    const chosen = pretrainedStep(settings, weights);
    if (!chosen) return false;
    const trainedBatches = settings.epochs * Math.ceil(settings.trainingImages / settings.batchSize);
    this.release();
    this.chosen = chosen;
    this.inUse = { step: chosen.step, settings, trainedBatches, onLost: () => () => {} };
    this.emit({ type: 'network', settings, trainedBatches, pretrained: card });
    return true;
  }

  private async startBackend(settings: Settings): Promise<BackendInUse> {
    const choice = backendFor(settings);
    if (this.backend?.choice !== choice) {
      const backends = await import('../backend/backend');
      const running = await backends.startBackend(choice, this.givenUp);
      this.backend = { choice, running, backends, onLost: lossListeners(running.lost) };
    }
    return this.backend;
  }

  private release(): void {
    try {
      this.inUse?.step.dispose();
    } catch {
      // A dead device may refuse to free what is gone with it anyway.
    }
    this.inUse = undefined;
    this.chosen = undefined;
  }
}
