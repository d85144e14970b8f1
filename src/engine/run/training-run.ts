import type { Dataset } from '../../data/dataset';
import { epochOrder, type Split } from '../../data/split';
import type { Settings } from '../../model/settings';
import type { EngineEvent } from '../../protocol/engine-api';
import type { RunId } from '../../protocol/history';
import type { RunPhase } from '../../protocol/run';
import { type EpochImages, epochImages } from '../data/epoch-images';
import type { ImageMaker } from '../data/image-maker';
import { imagesOf } from '../inspect/part-reader';
import { Cancelled } from '../latest-task';
import type { Checkpoint, NetworkInUse } from '../network/network-in-use';
import type { TrainStep } from '../train-step/train-step';
import { type EvaluatedPart, evaluate } from './evaluate';
import { KeptWeights } from './kept-weights';
import { LiveStep, type RemakeStep } from './live-step';
import type { RunControl } from './run-control';
import { RunMeter } from './run-meter';
import { Diverged, RunReport } from './run-report';
import { Stopping } from './stopping';

/**
 * Milliseconds between two reports: few at first, so that a run is seen to move at once, then twice as many each time.
 * Each report makes the page draw, on a core that a worker may be training on, and all workers wait for the slowest.
 */
const REPORT_EVERY = { first: 250, most: 1000 } as const;

interface RunParts {
  readonly id: RunId;
  readonly settings: Settings;
  readonly dataset: Dataset;
  readonly split: Split;
  readonly network: NetworkInUse<TrainStep>;
  readonly control: RunControl;
  readonly maker: ImageMaker;
  readonly remake: RemakeStep;
  readonly emit: (event: EngineEvent) => void;
  /** Weights that can be trusted, after each epoch and, as epoch 0, before the first. */
  readonly onEpoch: (epoch: number, checkpoint: Checkpoint) => void;
  /** After a report, so that the read-out can be brought up to date. */
  readonly onReport: () => void;
  readonly now: () => number;
  /** Lets commands come in. */
  readonly yieldToEventLoop: () => Promise<void>;
}

/** One run: epochs of batches, a validation after each, and one look at the test images at the end, with the weights that are kept. */
export class TrainingRun {
  finishedEpochs = 0;
  private phase: RunPhase | undefined;
  private lastReport: number;
  private reportEvery: number = REPORT_EVERY.first;
  private readonly positions: Uint32Array;
  private readonly batchesPerEpoch: number;
  private readonly meter: RunMeter;
  private readonly report: RunReport;
  private readonly stopping: Stopping;
  private readonly kept: KeptWeights;
  private readonly step: LiveStep;
  private readonly images: EpochImages | undefined;

  constructor(private readonly parts: RunParts) {
    const { settings, split, dataset, network, emit, now } = parts;
    this.positions = split.train.subarray(0, settings.trainingImages);
    this.batchesPerEpoch = Math.ceil(this.positions.length / settings.batchSize);
    this.images = epochImages({ ...parts, positions: this.positions });
    this.lastReport = now();
    this.report = new RunReport(network, emit);
    this.stopping = new Stopping(settings);
    this.kept = new KeptWeights(network, this.report, emit, (kept) =>
      parts.onEpoch(this.finishedEpochs, kept),
    );
    const { batchesPerEpoch } = this;
    this.step = new LiveStep({ ...parts, training: dataset.train, batchesPerEpoch });
    const size = {
      epochs: settings.epochs,
      trainingImages: this.positions.length,
      validationImages: split.validation.length,
      testImages: dataset.test.labels.length,
    };
    this.meter = new RunMeter(size, now);
  }

  /** The weights after the last finished epoch, or the initial ones; at the end those that are kept. */
  get checkpoint(): Checkpoint | undefined {
    return this.kept.checkpoint;
  }

  /**
   * Resolves when the run is over, however it ended; `phase` events tell the way. The weights then are the run's last
   * finite ones.
   * @throws what the device throws
   */
  async run(): Promise<void> {
    const { id, settings, emit } = this.parts;
    const { batchesPerEpoch } = this;
    emit({ type: 'run-started', run: id, settings, batchesPerEpoch, startedAt: Date.now() });
    this.tellPhase('running');
    this.meter.resume();
    try {
      await this.kept.keep();
      while (!this.stopping.reason) await this.trainEpoch();
      this.keepBest();
      await this.test();
      this.tellPhase('finished');
    } catch (error) {
      if (error instanceof Cancelled) await this.endStopped();
      else if (error instanceof Diverged) this.endDiverged();
      else throw error;
    } finally {
      this.images?.end();
    }
  }

  private async trainEpoch(): Promise<void> {
    const { settings, emit, split, dataset, control } = this.parts;
    const order = epochOrder(this.positions, settings.seed, this.finishedEpochs);
    await this.takeImages();
    this.meter.trainingFromNow();
    for (let start = 0; start < order.length; start += settings.batchSize) {
      while (control.batchWaits) await this.wait();
      if (control.stopping) throw new Cancelled();
      control.takeStep();
      if (control.running) this.tellPhase('running');
      await this.step.takeChanges(() => this.tellBatches());
      await this.trainBatch(order.subarray(start, start + settings.batchSize));
    }
    await this.tellBatches();
    this.tellPhase('running');
    const readings = await this.evaluate(imagesOf('validation', { dataset, split }));
    this.finishedEpochs += 1;
    const checkpoint = await this.kept.keep(readings);
    this.stopping.judge({ epoch: this.finishedEpochs, checkpoint, readings });
    emit({ type: 'read', readings });
    const { evaluation, weightsVersion } = readings;
    emit({ type: 'validated', epoch: this.finishedEpochs, evaluation, weightsVersion });
    this.tellProgress();
  }

  /** The weights of the epoch that is kept, where that is not the last one. */
  private keepBest(): void {
    const { kept, reason } = this.stopping;
    if (!kept || !reason) return;
    const epochs = this.finishedEpochs;
    this.meter.endAfter(epochs);
    if (kept.epoch < epochs) this.kept.goBack(kept);
    this.parts.emit({ type: 'epochs-ended', ending: { reason, epochs, keptEpoch: kept.epoch } });
  }

  /** The images of the epoch, where they are drawn for it. */
  private async takeImages(): Promise<void> {
    const { control } = this.parts;
    const images = this.images?.of(this.finishedEpochs);
    if (!images) return;
    const taken = await Promise.race([images, control.stopped]);
    if (!taken) throw new Cancelled();
    this.step.setImages(taken);
  }

  private async trainBatch(batch: Uint32Array): Promise<void> {
    const { network, yieldToEventLoop } = this.parts;
    this.step.run(batch);
    await network.runtime.readyForMore();
    this.meter.trained(batch.length);
    await yieldToEventLoop();
    if (this.reportIsDue()) await this.tellBatches();
  }

  private async test(): Promise<void> {
    const { dataset, split, emit } = this.parts;
    this.tellPhase('testing');
    const readings = await this.evaluate(imagesOf('test', { dataset, split }));
    emit({ type: 'read', readings });
    emit({ type: 'tested', evaluation: readings.evaluation });
    this.tellProgress();
  }

  private async evaluate(part: EvaluatedPart) {
    const { network, settings, control, yieldToEventLoop, now } = this.parts;
    const going = this.phase;
    let done = 0;
    return evaluate(network, part, settings.batchSize, async (evaluated) => {
      this.meter.evaluatedMore(evaluated - done);
      done = evaluated;
      await yieldToEventLoop();
      while (control.evaluationWaits) await this.wait();
      if (control.stopping) throw new Cancelled();
      if (going) this.tellPhase(going);
      if (!this.reportIsDue()) return;
      this.lastReport = now();
      this.tellProgress();
    });
  }

  private reportIsDue(): boolean {
    if (this.parts.now() - this.lastReport < this.reportEvery) return false;
    this.reportEvery = Math.min(REPORT_EVERY.most, 2 * this.reportEvery);
    return true;
  }

  /** Until the next command, with everything told that is known so far. */
  private async wait(): Promise<void> {
    this.meter.pause();
    await this.tellBatches();
    // A command may have come while the device was asked.
    if (this.parts.control.batchWaits) {
      this.tellPhase('paused');
      await this.parts.control.nextCommand();
    }
    this.meter.resume();
    this.meter.trainingFromNow();
  }

  private async tellBatches(): Promise<void> {
    await this.report.tell();
    this.lastReport = this.parts.now();
    this.tellProgress();
    this.parts.onReport();
  }

  private tellProgress(): void {
    const epoch = Math.min(this.finishedEpochs + 1, this.parts.settings.epochs);
    this.parts.emit({ type: 'progress', progress: this.meter.progress(epoch) });
  }

  private tellPhase(phase: RunPhase): void {
    if (phase === this.phase) return;
    this.phase = phase;
    this.parts.emit({ type: 'phase', phase });
  }

  private async endStopped(): Promise<void> {
    try {
      await this.tellBatches();
    } catch (error) {
      if (!(error instanceof Diverged)) throw error;
      this.endDiverged();
      return;
    }
    this.tellPhase('stopped');
  }

  private endDiverged(): void {
    this.kept.goBack();
    this.parts.emit({ type: 'fault', fault: { code: 'diverged' } });
    this.tellPhase('failed');
  }
}
