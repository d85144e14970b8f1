import { classesIn } from '../../data/dataset';
import { type LiveSettings, type Settings, settingsSchema } from '../../model/settings';
import { settingsProblem } from '../../model/settings-problem';
import { checkOptimizer, tensorsOf } from '../../model/step-state';
import { areWeightsOf } from '../../model/trained-network';
import type { RunCheckpoint } from '../../protocol/checkpoint';
import type { EngineEvent } from '../../protocol/engine-api';
import type { RunChange } from '../../protocol/run';
import { rejectOnDeviceLoss } from '../backend/reject-on-device-loss';
import type { DataInUse } from '../data/active-dataset';
import type { ImageMaker } from '../data/image-maker';
import type { EpochArchive } from '../history/epoch-archive';
import { newRunId } from '../history/run-id';
import type { ValidationCache } from '../inspect/validation-cache';
import type { ActiveNetwork } from '../network/active-network';
import { yieldToEventLoop } from '../yield-to-event-loop';
import { RunControl } from './run-control';
import { TrainingRun } from './training-run';

interface TrainingParts {
  readonly network: ActiveNetwork;
  readonly data: () => DataInUse | undefined;
  /** For runs that train on other images in each epoch. */
  readonly maker: ImageMaker;
  readonly emit: (event: EngineEvent) => void;
  readonly validations: ValidationCache;
  readonly archive: Pick<EpochArchive, 'keep' | 'forget'>;
  /**
   * What is to be known before a network is made for a run.
   * @param stopped - resolves when the run is not wanted any more
   */
  readonly beforeRun: (settings: Settings, stopped: Promise<void>) => Promise<void>;
}

/** Runs one training at a time, and sees it through failures of the device: it goes on from where it last could. */
export class Training {
  private control: RunControl | undefined;
  private over: Promise<void> = Promise.resolve();

  constructor(private readonly parts: TrainingParts) {}

  get isActive(): boolean {
    return this.control !== undefined;
  }

  train(settings: Settings, changes?: readonly RunChange[]): void {
    if (!this.control) this.start(settings, new RunControl('running', changes));
  }

  /** @throws ZodError, RangeError where it is no checkpoint of a run */
  continueRun(given: RunCheckpoint): void {
    if (this.control) return;
    checkState(given);
    this.start(given.settings, new RunControl('running', given.toCome), given);
  }

  pause(): void {
    this.control?.pause();
  }

  resume(): void {
    this.control?.resume();
  }

  step(settings: Settings): void {
    if (this.control) this.control.step();
    else this.start(settings, new RunControl('one-step'));
  }

  adjust(changes: Partial<LiveSettings>): void {
    this.control?.adjust(changes);
  }

  async stop(): Promise<void> {
    this.control?.stop();
    await this.over;
  }

  /** The device failed while no run was active: what the last run has learnt goes on living on a fresh one. */
  async rescue(error: unknown): Promise<void> {
    const { network, emit } = this.parts;
    if (this.control) return;
    const detail = detailOf(error);
    const failed = network.inUse;
    network.deviceFailed(detail);
    if (!failed?.learnt) {
      emit({ type: 'fault', fault: { code: 'backend-failed', detail } });
      return;
    }
    const { settings, learnt } = failed;
    const built = await network.build(settings, learnt.data.dataset.train, learnt.checkpoint);
    // Where it could not be built, a fault has said so.
    if (!built) return;
    built.learnt = learnt;
    emit({ type: 'fault', fault: { code: 'device-replaced', detail } });
  }

  private start(given: Settings, control: RunControl, from?: RunCheckpoint): void {
    const { data, emit, network } = this.parts;
    const settings = settingsSchema.parse(given);
    const inUse = data();
    if (!inUse) {
      emit({ type: 'fault', fault: { code: 'no-data' } });
      return;
    }
    if (settingsProblem(settings, classesIn(inUse.dataset))) {
      emit({ type: 'fault', fault: { code: 'impossible-settings' } });
      return;
    }
    this.control = control;
    emit({ type: 'phase', phase: 'starting' });
    this.over = this.trainOn(inUse, settings, control, from)
      // Whatever it was: who waits for the end of the run waits no longer.
      .catch((error) => this.tellFailed(error))
      .finally(() => {
        this.control = undefined;
        network.tellReadout();
      });
  }

  /** Trains; where the device fails, on from the last checkpoint. Ends with a phase, unless it throws. */
  private async trainOn(
    data: DataInUse,
    settings: Settings,
    control: RunControl,
    given?: RunCheckpoint,
  ): Promise<void> {
    await this.parts.beforeRun(settings, control.stopped);
    for (let from = given; ; ) {
      const network = await this.networkFor(settings, data, from);
      if (!network) {
        // A fault has said why.
        this.parts.emit({ type: 'phase', phase: 'idle' });
        return;
      }
      let abandoned = false;
      const taken: RunChange[] = [];
      const id = from?.run ?? newRunId();
      const run = new TrainingRun({
        ...data,
        id,
        maker: this.parts.maker,
        settings,
        network,
        from,
        control,
        emit: (event) => {
          if (abandoned) return;
          if (event.type === 'read') {
            // A run keeps its data; the page shows images of those that have taken their place.
            if (this.parts.data() !== data) return;
            this.parts.validations.put(event.readings, data);
          }
          if (event.type === 'adjusted') taken.push(...event.changes);
          this.parts.emit(event);
        },
        remake: (changes, weights, training) => this.parts.network.cloneStep(weights, training, changes),
        onEpoch: (epoch, checkpoint) => this.parts.archive.keep(id, settings, epoch, checkpoint),
        onReport: () => this.parts.network.tellReadout(),
        now: () => performance.now(),
        yieldToEventLoop,
      });
      try {
        if (from) network.runtime.restore(from.step);
        await rejectOnDeviceLoss(network, run.run());
        if (run.checkpoint) network.learnt = { data, checkpoint: run.checkpoint };
        return;
      } catch (error) {
        abandoned = true;
        if (!(await this.recover(data, settings, control, run, error))) return;
        from = run.checkpoints.latest;
        // What begins anew is another run.
        if (!from) this.parts.archive.forget(id);
        const { trainedBatches } = from ?? { trainedBatches: 0 };
        control.replay(taken.filter(({ batch }) => batch > trainedBatches));
      }
    }
  }

  private async networkFor(settings: Settings, { dataset }: DataInUse, from: RunCheckpoint | undefined) {
    const { network } = this.parts;
    if (!from) return network.build(settings, dataset.train);
    const { step, trainedBatches, live } = from;
    return network.build({ ...settings, ...live }, dataset.train, { weights: step.weights, trainedBatches });
  }

  /** After a failure of the device. @returns true if the run is to go on */
  private async recover(
    data: DataInUse,
    settings: Settings,
    control: RunControl,
    run: TrainingRun,
    error: unknown,
  ): Promise<boolean> {
    const { network, emit } = this.parts;
    const detail = detailOf(error);
    const canGoOn = network.deviceFailed(detail);
    if (canGoOn && !control.stopping) {
      emit({ type: 'phase', phase: 'starting' });
      emit({
        type: 'fault',
        fault: { code: run.checkpoints.latest ? 'run-resumed' : 'run-restarted', detail },
      });
      return true;
    }
    // There is nothing left to go on with: what the last finished epoch has learnt lives on where it can be read.
    const checkpoint = run.checkpoint ?? run.checkpoints.latest?.kept.checkpoint;
    const built = await network.build(settings, data.dataset.train, checkpoint);
    if (built && checkpoint) built.learnt = { data, checkpoint };
    this.tellFailed(error);
    return false;
  }

  private tellFailed(error: unknown): void {
    const { emit } = this.parts;
    emit({ type: 'fault', fault: { code: 'run-failed', detail: detailOf(error) } });
    emit({ type: 'phase', phase: 'failed' });
  }
}

/** @throws RangeError where it is another optimizer's, or of another network */
function checkState({ settings, step, kept, best }: RunCheckpoint): void {
  checkOptimizer(step, settings);
  const moments = [kept, best].flatMap((moment) => (moment ? [moment.checkpoint.weights] : []));
  const areOfNetwork = [...tensorsOf(step), ...moments].every((tensors) =>
    areWeightsOf(settings.network, tensors),
  );
  if (!areOfNetwork) throw new RangeError('the state is not one of the network of the run');
}

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
