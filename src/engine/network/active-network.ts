import type { LabelledImages } from '../../data/dataset';
import { initialWeights } from '../../model/initial-weights';
import type { Backend, Settings } from '../../model/settings';
import { settingsProblem } from '../../model/settings-problem';
import { planOf } from '../../model/shapes';
import type { EngineEvent } from '../../protocol/engine-api';
import { ActiveBackend } from '../backend/active-backend';
import { LatestTask } from '../latest-task';
import type { SpeedTrials } from '../speed/speed-trials';
import { againstFast, chooseStep, cloneStep, type StepParts } from '../train-step/choose-step';
import { CompileAhead } from '../train-step/compile-ahead';
import type { TrainStep } from '../train-step/train-step';
import { firstMomentOver } from './first-moment';
import type { Adopted, Checkpoint, NetworkInUse } from './network-in-use';
import { NetworkSlot } from './network-slot';
import { readingParts } from './reading-network';
import { readoutOf } from './readout';

const NO_IMAGES: LabelledImages = { images: new Uint8Array(0), labels: new Uint8Array(0) };

/** The fast step is given up for this visit when it has failed so often. */
const MOST_FAILURES = 3;

/** Holds the one network in use; makes a new one, one at a time, and frees the old. */
export class ActiveNetwork {
  readonly slot = new NetworkSlot();
  readonly backend = new ActiveBackend((told) => this.emit(told));
  private readonly ahead = new CompileAhead();
  private fastFailures = 0;
  /** Why the fast step was given up. */
  private fastGivenUp: string | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  /** For another network. */
  readonly requests = new LatestTask();
  /** Networks that were asked for and are not there yet. */
  private awaited = 0;
  /** What the backend was started for. */
  private asked: Settings | undefined;

  constructor(
    private readonly emit: (event: EngineEvent) => void,
    private readonly speeds: Pick<SpeedTrials, 'of' | 'fastestFor'>,
  ) {}

  get inUse(): NetworkInUse | undefined {
    return this.slot.inUse;
  }

  /** The network in use, unless another one is about to take its place. */
  get current(): NetworkInUse | undefined {
    return this.awaited === 0 ? this.inUse : undefined;
  }

  /**
   * Brings up the backend and makes the network, with fresh weights or those of a checkpoint. Of several requests that
   * wait, only the last is done.
   * @returns the network, or undefined when it was overtaken or could not be made (a `fault` event says why)
   */
  build(
    settings: Settings,
    training: LabelledImages = NO_IMAGES,
    checkpoint?: Checkpoint,
  ): Promise<NetworkInUse<TrainStep> | undefined> {
    const signal = this.requests.begin();
    this.awaited += 1;
    const built = this.queue.then(async () => {
      try {
        return signal.aborted ? undefined : await this.make(settings, training, checkpoint);
      } catch (error) {
        this.deviceFailed(String(error));
        this.emit({ type: 'fault', fault: { code: 'backend-failed', detail: String(error) } });
        return undefined;
      } finally {
        this.awaited -= 1;
      }
    });
    this.queue = built;
    return built;
  }

  /**
   * Takes a network into use that was trained elsewhere, at once and without a backend; then brings up the backend that
   * the settings ask for, so that a run can begin.
   * @returns false when it was overtaken or could not be made; refused where no step for it can be made
   */
  adopt(network: Adopted, settings: Settings): Promise<boolean> {
    const signal = this.requests.begin();
    const adopted = this.queue.then(() => !signal.aborted && this.takeTrained(network));
    const started = adopted.then(async (isInUse) => {
      if (!isInUse) return;
      await firstMomentOver();
      // Overtaken: another network is about to take its place.
      if (signal.aborted) return;
      try {
        await this.inUse?.runtime.ready();
      } catch {
        // It can't be used for more than single images, where one that TensorFlow.js computes may.
        void (network.pretrained ? this.build(settings) : this.build(network.settings, NO_IMAGES, network));
        return;
      }
      try {
        await this.startBackend(settings);
        this.tellReadout();
        this.compileAhead(settings);
      } catch (error) {
        this.emit({ type: 'fault', fault: { code: 'backend-failed', detail: String(error) } });
      }
    });
    this.queue = started.catch(() => undefined);
    return adopted;
  }

  /**
   * The device can't be trusted any more: the next network starts it anew, or the next backend in its place.
   * @returns false when there is nothing left to try
   */
  deviceFailed(reason: string): boolean {
    if (!this.backend.isRunning) return false;
    // The fast step on WASM needs nothing of the backend, which is not to blame.
    const isOnWasm = this.slot.ofNow?.computedBy.kind === 'wasm';
    this.slot.release();
    if (!isOnWasm) return this.backend.failed(reason);
    this.fastFailures += 1;
    if (this.fastFailures >= MOST_FAILURES) this.fastGivenUp = reason;
    return true;
  }

  /**
   * Another step of the network in use, to train apart from it. Whoever asks for it disposes of it.
   * @param changes - of its settings, its layers apart
   * @throws where there is no network, or no memory for another step
   */
  async cloneStep(
    weights: readonly Float32Array[],
    training: LabelledImages,
    changes: Partial<Settings>,
  ): Promise<TrainStep> {
    if (!this.inUse) throw new Error('there is no network');
    const settings = { ...this.inUse.settings, ...changes };
    return cloneStep(this.inUse.computedBy.kind, settings, this.stepParts(weights, training));
  }

  /**
   * Another one, such as a run of these settings would have on the backend in use, from fresh weights.
   * @throws where no step can be made
   */
  async stepApart(settings: Settings, training: LabelledImages): Promise<TrainStep> {
    const { running } = this.backend.started ?? (await this.startBackend(settings));
    const weights = initialWeights(planOf(settings.network), settings);
    return (await this.stepOf(settings, running.backend, weights, training)).step;
  }

  /**
   * Takes a network of the past into use; that of now waits beside it.
   * @param isWanted - asked when it has its turn
   * @returns undefined where it is not wanted any more, or another is about to take its place
   * @throws where it can't be made
   */
  lookBack(
    settings: Settings,
    { weights, trainedBatches }: Checkpoint,
    isWanted: () => boolean,
  ): Promise<NetworkInUse | undefined> {
    const looked = this.queue.then(async () => {
      if (!isWanted() || !this.current) return undefined;
      const parts = await this.pastParts(settings, weights);
      if (isWanted() && this.current) return this.slot.lookBack({ ...parts, settings, trainedBatches });
      parts.runtime.dispose();
      return undefined;
    });
    this.queue = looked.catch(() => undefined);
    return looked;
  }

  /** Has the device in use compile what a run would need, so that Train need not wait for it. */
  compileAhead(settings: Settings): void {
    if (this.backend.gpu) void this.ahead.compile(settings, this.backend.gpu);
  }

  tellReadout(): void {
    const running = this.backend.readout();
    const { ofNow } = this.slot;
    if (!running || !ofNow || !this.asked) return;
    this.emit({ type: 'engine', readout: readoutOf(running, ofNow, this.speeds.of(this.asked)) });
  }

  /** @throws where none works */
  private async startBackend(settings: Settings) {
    const isFast = this.isFast(settings);
    const fastest = await this.speeds.fastestFor(settings);
    this.asked = settings;
    return this.backend.start(settings, isFast, fastest && isFast(fastest) ? fastest : undefined);
  }

  private async make(
    settings: Settings,
    training: LabelledImages,
    checkpoint: Checkpoint | undefined,
  ): Promise<NetworkInUse<TrainStep> | undefined> {
    if (settingsProblem(settings)) {
      this.emit({ type: 'fault', fault: { code: 'impossible-settings' } });
      return undefined;
    }
    this.slot.release();
    const { running, onLost } = await this.startBackend(settings);
    const weights = checkpoint?.weights ?? initialWeights(planOf(settings.network), settings);
    const { step, ...computedBy } = await this.stepOf(settings, running.backend, weights, training);
    const trainedBatches = checkpoint?.trainedBatches ?? 0;
    const made = this.slot.put({ runtime: step, computedBy, settings, trainedBatches, onLost });
    this.emit({ type: 'network', settings, trainedBatches, weightsVersion: made.weightsVersion });
    this.tellReadout();
    return made;
  }

  private async takeTrained({ weights, ...about }: Adopted): Promise<boolean> {
    const { settings, trainedBatches, pretrained } = about;
    const parts = pretrained ? readingParts(settings, weights) : await this.pastParts(settings, weights);
    if (!parts) return false;
    const { weightsVersion } = this.slot.put({ ...parts, settings, trainedBatches });
    this.emit({ type: 'network', ...about, weightsVersion });
    return true;
  }

  /** Where the processor's kernels can't do it, by what computes on the backend that runs: another would end that of now. */
  private async pastParts(settings: Settings, weights: readonly Float32Array[]) {
    const parts = readingParts(settings, weights, this.fastGivenUp);
    if (parts) return parts;
    const { running, onLost } = this.backend.started ?? (await this.startBackend(settings));
    const { step, ...computedBy } = await this.stepOf(settings, running.backend, weights);
    return { runtime: step, computedBy, onLost };
  }

  private readonly isFast = (settings: Settings) => (backend: Backend) =>
    againstFast(settings, backend, this.fastGivenUp) === undefined;

  private stepOf(
    settings: Settings,
    backend: Backend,
    weights: readonly Float32Array[],
    training = NO_IMAGES,
  ) {
    const startTfjs = () => this.backend.startTfjs();
    return chooseStep(settings, backend, { ...this.stepParts(weights, training), startTfjs });
  }

  private stepParts(weights: readonly Float32Array[], training: LabelledImages): StepParts {
    const { gpu } = this.backend;
    return { weights, training, gpu, givenUp: this.fastGivenUp, cores: navigator.hardwareConcurrency };
  }
}
