import type { Dataset } from '../data/dataset';
import { epochOrder, type Split } from '../data/split';
import { scheduleFactor } from '../model/schedule';
import type { Settings } from '../model/settings';
import type { EngineEvent } from '../protocol/engine-api';
import { evaluate } from './evaluate';
import type { NetworkInUse } from './network-holder';
import type { RunControl } from './run-control';
import { Stopped } from './run-control';
import { RunMeter } from './run-meter';

/** Milliseconds between two reports: smooth to watch, rare enough that reading back costs nothing. */
const REPORT_EVERY = 250;

/** Thrown when the weights are no longer numbers. */
export class Diverged extends Error {}

export interface RunParts {
  readonly settings: Settings;
  readonly dataset: Dataset;
  readonly split: Split;
  readonly network: NetworkInUse;
  readonly control: RunControl;
  readonly emit: (event: EngineEvent) => void;
  /** After a report, so that the read-out can be brought up to date. */
  readonly onReport: () => void;
  readonly now: () => number;
  /** Lets commands come in. */
  readonly breathe: () => Promise<void>;
}

/** One run: epochs of batches, a validation after each, and one look at the test images at the end. */
export class TrainingRun {
  private reported = 0;
  private lastReport: number;
  private epoch = 1;
  private phase: 'running' | 'testing' = 'running';
  private readonly positions: Uint32Array;
  private readonly batchesPerEpoch: number;
  private readonly meter: RunMeter;
  private lastFinite: Float32Array[] | undefined;

  constructor(private readonly parts: RunParts) {
    const { settings, split, dataset } = parts;
    this.positions = split.train.subarray(0, settings.trainingImages);
    this.batchesPerEpoch = Math.ceil(this.positions.length / settings.batchSize);
    this.lastReport = parts.now();
    this.meter = new RunMeter(
      {
        epochs: settings.epochs,
        trainingImages: this.positions.length,
        validationImages: split.validation.length,
        testImages: dataset.test.labels.length,
      },
      parts.now,
    );
  }

  /**
   * Resolves when the run is over, however it ended; `phase` events tell the way. The weights then are the run's last
   * finite ones.
   * @throws what the device throws
   */
  async run(): Promise<void> {
    const { settings, emit } = this.parts;
    emit({ type: 'run-started', settings, batchesPerEpoch: this.batchesPerEpoch });
    emit({ type: 'phase', phase: 'running' });
    this.meter.resume();
    try {
      this.lastFinite = await this.parts.network.step.weights();
      for (this.epoch = 1; this.epoch <= settings.epochs; this.epoch++) await this.trainEpoch();
      this.epoch = settings.epochs;
      await this.test();
      emit({ type: 'phase', phase: 'finished' });
    } catch (error) {
      if (error instanceof Stopped) await this.endStopped();
      else if (error instanceof Diverged) this.endDiverged();
      else throw error;
    }
  }

  private async trainEpoch(): Promise<void> {
    const { settings, network, emit, split, dataset, control } = this.parts;
    const { step } = network;
    const order = epochOrder(this.positions, settings.seed, this.epoch - 1);
    this.meter.trainingFromNow();
    for (let start = 0; start < order.length; start += settings.batchSize) {
      await this.permission();
      control.takeStep();
      const batch = order.subarray(start, start + settings.batchSize);
      step.run(batch, { step: this.parts.network.trainedBatches, learningRate: this.learningRate() });
      this.parts.network.trainedBatches += 1;
      // Two in flight: the device is never idle, and Stop is never more than two batches away.
      await step.inFlightAtMost(1);
      this.meter.trained(batch.length);
      await this.parts.breathe();
      if (this.parts.now() - this.lastReport >= REPORT_EVERY) await this.report();
    }
    await this.report();
    const evaluation = await this.evaluate(dataset.train, split.validation);
    this.lastFinite = await step.weights();
    emit({ type: 'validated', epoch: this.epoch, evaluation });
    this.emitProgress();
  }

  private async test(): Promise<void> {
    const { dataset, emit } = this.parts;
    this.phase = 'testing';
    emit({ type: 'phase', phase: 'testing' });
    const all = Uint32Array.from(dataset.test.labels, (_, position) => position);
    const evaluation = await this.evaluate(dataset.test, all);
    emit({ type: 'tested', evaluation });
    this.emitProgress();
  }

  private async evaluate(images: Dataset['test'], positions: Uint32Array) {
    let done = 0;
    return evaluate(this.parts.network.step, images, positions, async (now) => {
      this.meter.evaluatedMore(now - done);
      done = now;
      await this.parts.breathe();
      await this.permission();
      if (this.parts.now() - this.lastReport >= REPORT_EVERY) {
        this.lastReport = this.parts.now();
        this.emitProgress();
      }
    });
  }

  private learningRate(): number {
    const { settings } = this.parts;
    const total = settings.epochs * this.batchesPerEpoch;
    return (
      settings.learningRate * scheduleFactor(settings.schedule, this.parts.network.trainedBatches / total)
    );
  }

  /** Before each batch and each part of an evaluation. Waits while paused; throws Stopped. */
  private async permission(): Promise<void> {
    const { control, emit } = this.parts;
    if (control.waits) {
      this.meter.pause();
      await this.report();
      emit({ type: 'phase', phase: 'paused' });
      while (control.waits) await control.nextCommand();
      this.meter.resume();
      this.meter.trainingFromNow();
      if (control.running) emit({ type: 'phase', phase: this.phase });
    }
    if (control.stopping) throw new Stopped();
  }

  /** Reads what the batches since the last report gave, and tells it. */
  private async report(): Promise<void> {
    const { network, emit } = this.parts;
    const { step } = network;
    const batches = await step.results();
    const finite = batches.every(({ loss }) => Number.isFinite(loss)) && (await step.weightsAreFinite());
    if (!finite) throw new Diverged();
    if (batches.length > 0) emit({ type: 'batches', first: this.reported, batches });
    this.reported += batches.length;
    this.lastReport = this.parts.now();
    this.emitProgress();
    this.parts.onReport();
  }

  private emitProgress(): void {
    this.parts.emit({ type: 'progress', progress: this.meter.progress(this.epoch) });
  }

  private async endStopped(): Promise<void> {
    try {
      await this.report();
    } catch (error) {
      if (!(error instanceof Diverged)) throw error;
      this.endDiverged();
      return;
    }
    this.parts.emit({ type: 'phase', phase: 'stopped' });
  }

  private endDiverged(): void {
    if (this.lastFinite) this.parts.network.step.setWeights(this.lastFinite);
    this.parts.emit({ type: 'fault', fault: { code: 'diverged' } });
    this.parts.emit({ type: 'phase', phase: 'failed' });
  }
}
