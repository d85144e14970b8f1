import type { Dataset } from '../../data/dataset';
import { epochOrder, type Split } from '../../data/split';
import { scheduleFactor } from '../../model/schedule';
import type { Settings } from '../../model/settings';
import type { Readings } from '../../protocol/data/images';
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
import type { RunControl } from './run-control';
import { RunMeter } from './run-meter';
import { Diverged, RunReport } from './run-report';

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
  readonly emit: (event: EngineEvent) => void;
  /** Weights that can be trusted, after each epoch and, as epoch 0, before the first. */
  readonly onEpoch: (epoch: number, checkpoint: Checkpoint) => void;
  /** After a report, so that the read-out can be brought up to date. */
  readonly onReport: () => void;
  readonly now: () => number;
  /** Lets commands come in. */
  readonly yieldToEventLoop: () => Promise<void>;
}

/** One run: epochs of batches, a validation after each, and one look at the test images at the end. */
export class TrainingRun {
  /** The weights after the last finished epoch, or the initial ones. */
  checkpoint: Checkpoint | undefined;
  finishedEpochs = 0;
  /** What was read in the validation images with the weights of the checkpoint. */
  private validated: Readings | undefined;
  private phase: RunPhase | undefined;
  private lastReport: number;
  private reportEvery: number = REPORT_EVERY.first;
  private readonly positions: Uint32Array;
  private readonly batchesPerEpoch: number;
  private readonly meter: RunMeter;
  private readonly report: RunReport;
  private readonly images: EpochImages | undefined;

  constructor(private readonly parts: RunParts) {
    const { settings, split, dataset, network, emit, now } = parts;
    this.positions = split.train.subarray(0, settings.trainingImages);
    this.batchesPerEpoch = Math.ceil(this.positions.length / settings.batchSize);
    this.images = epochImages({ ...parts, positions: this.positions });
    this.lastReport = now();
    this.report = new RunReport(network, emit);
    const size = {
      epochs: settings.epochs,
      trainingImages: this.positions.length,
      validationImages: split.validation.length,
      testImages: dataset.test.labels.length,
    };
    this.meter = new RunMeter(size, now);
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
      await this.keepWeights();
      while (this.finishedEpochs < settings.epochs) await this.trainEpoch();
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
      await this.trainBatch(order.subarray(start, start + settings.batchSize));
    }
    await this.tellBatches();
    this.tellPhase('running');
    const readings = await this.evaluate(imagesOf('validation', { dataset, split }));
    this.finishedEpochs += 1;
    await this.keepWeights();
    this.validated = readings;
    emit({ type: 'read', readings });
    const { evaluation, weightsVersion } = readings;
    emit({ type: 'validated', epoch: this.finishedEpochs, evaluation, weightsVersion });
    this.tellProgress();
  }

  /** The images of the epoch, where they are drawn for it. */
  private async takeImages(): Promise<void> {
    const { control, network } = this.parts;
    const images = this.images?.of(this.finishedEpochs);
    if (!images) return;
    const taken = await Promise.race([images, control.stopped]);
    if (!taken) throw new Cancelled();
    network.runtime.setImages(taken);
  }

  private async trainBatch(batch: Uint32Array): Promise<void> {
    const { network, yieldToEventLoop } = this.parts;
    network.runtime.run(batch, { step: network.trainedBatches, learningRate: this.learningRate() });
    network.addBatch();
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

  private learningRate(): number {
    const { settings, network } = this.parts;
    const total = settings.epochs * this.batchesPerEpoch;
    return settings.learningRate * scheduleFactor(settings, network.trainedBatches / total);
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

  private async keepWeights(): Promise<void> {
    const { network, onEpoch } = this.parts;
    this.checkpoint = { weights: await network.runtime.weights(), trainedBatches: network.trainedBatches };
    onEpoch(this.finishedEpochs, this.checkpoint);
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
    const { network, emit } = this.parts;
    if (this.checkpoint) {
      network.setWeights(this.checkpoint.weights, this.checkpoint.trainedBatches);
      this.report.tellRestored();
    }
    if (this.validated) {
      const { weightsVersion } = network;
      emit({ type: 'read', readings: { ...this.validated, weightsVersion } });
    }
    emit({ type: 'fault', fault: { code: 'diverged' } });
    this.tellPhase('failed');
  }
}
