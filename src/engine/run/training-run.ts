import type { Dataset } from '../../data/dataset';
import { epochOrder, type Split } from '../../data/split';
import type { Settings } from '../../model/settings';
import type { RunCheckpoint } from '../../protocol/checkpoint';
import type { EngineEvent } from '../../protocol/engine-api';
import type { RunId } from '../../protocol/history';
import { type EpochImages, epochImages } from '../data/epoch-images';
import type { ImageMaker } from '../data/image-maker';
import { imagesOf } from '../inspect/part-reader';
import { Cancelled } from '../latest-task';
import type { Checkpoint, NetworkInUse } from '../network/network-in-use';
import type { TrainStep } from '../train-step/train-step';
import { Checkpoints } from './checkpoints';
import { type EvaluatedPart, evaluate } from './evaluate';
import { KeptWeights } from './kept-weights';
import { LiveStep, type RemakeStep } from './live-step';
import type { RunControl } from './run-control';
import { RunMeter } from './run-meter';
import { Diverged, RunReport } from './run-report';
import { RunTelling } from './run-telling';
import { Stopping } from './stopping';

/** A version of weights that no network in use has. */
const OUT_OF_USE = 0;

interface RunParts {
  readonly id: RunId;
  readonly settings: Settings;
  readonly dataset: Dataset;
  readonly split: Split;
  readonly network: NetworkInUse<TrainStep>;
  /** That it goes on from, with a network that has taken its weights. */
  readonly from?: RunCheckpoint | undefined;
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
  finishedEpochs: number;
  private readonly positions: Uint32Array;
  private readonly batchesPerEpoch: number;
  private readonly meter: RunMeter;
  private readonly telling: RunTelling;
  private readonly report: RunReport;
  private readonly stopping: Stopping;
  private readonly kept: KeptWeights;
  private readonly step: LiveStep;
  readonly checkpoints: Checkpoints;
  private readonly images: EpochImages | undefined;

  constructor(private readonly parts: RunParts) {
    const { settings, split, dataset, network, emit, now, from } = parts;
    this.finishedEpochs = from?.finishedEpochs ?? 0;
    this.positions = split.train.subarray(0, settings.trainingImages);
    this.batchesPerEpoch = Math.ceil(this.positions.length / settings.batchSize);
    this.images = epochImages({ ...parts, positions: this.positions, first: this.finishedEpochs });
    this.report = new RunReport(network, emit);
    this.stopping = new Stopping(settings);
    this.kept = new KeptWeights(network, this.report, emit, ({ epoch, checkpoint }) =>
      parts.onEpoch(epoch, checkpoint),
    );
    const { batchesPerEpoch } = this;
    const inForce = { ...settings, ...from?.live };
    this.step = new LiveStep({ ...parts, settings: inForce, training: dataset.train, batchesPerEpoch });
    const { epochs } = settings;
    const images = { trainingImages: this.positions.length, validationImages: split.validation.length };
    this.meter = new RunMeter({ epochs, ...images, testImages: dataset.test.labels.length }, now);
    const { step, kept, stopping, meter } = this;
    this.telling = new RunTelling({ emit, now, meter, epochs });
    this.checkpoints = new Checkpoints({ ...parts, step, kept, stopping, meter });
  }

  /** The weights after the last finished epoch, or the initial ones; at the end those that are kept. */
  get checkpoint(): Checkpoint | undefined {
    return this.kept.moment?.checkpoint;
  }

  /**
   * Resolves when the run is over, however it ended; `phase` events tell the way. The weights then are the run's last
   * finite ones.
   * @throws what the device throws
   */
  async run(): Promise<void> {
    const { id, settings, emit, from } = this.parts;
    const { batchesPerEpoch } = this;
    if (from) emit({ type: 'run-continued', run: id });
    else emit({ type: 'run-started', run: id, settings, batchesPerEpoch, startedAt: Date.now() });
    this.telling.tellPhase('running');
    this.meter.resume();
    try {
      if (from) this.goOn(from);
      else await this.kept.keep(0).then(() => this.checkpoints.take(0));
      while (!this.stopping.reason) await this.trainEpoch();
      this.keepBest();
      await this.test();
      this.telling.tellPhase('finished');
    } catch (error) {
      if (error instanceof Cancelled) await this.endStopped();
      else if (error instanceof Diverged) this.endDiverged();
      else throw error;
    } finally {
      this.images?.end();
    }
  }

  private goOn({ kept, best, work }: RunCheckpoint): void {
    const { emit, network } = this.parts;
    // Where batches followed, it was read with weights that are in use no more.
    const isOfNow = kept.checkpoint.trainedBatches === network.trainedBatches;
    const weightsVersion = isOfNow ? network.weightsVersion : OUT_OF_USE;
    if (kept.readings) emit({ type: 'read', readings: { ...kept.readings, weightsVersion } });
    this.kept.goOn(kept);
    this.stopping.goOn(best, kept);
    this.meter.goOn(work);
  }

  private async trainEpoch(): Promise<void> {
    const { settings, emit, split, dataset, control } = this.parts;
    const order = epochOrder(this.positions, settings.seed, this.finishedEpochs);
    await this.takeImages();
    this.meter.trainingFromNow();
    const batchesDone = this.parts.network.trainedBatches - this.finishedEpochs * this.batchesPerEpoch;
    for (let start = batchesDone * settings.batchSize; start < order.length; start += settings.batchSize) {
      while (control.batchWaits) await this.wait();
      if (control.stopping) throw new Cancelled();
      control.takeStep();
      if (control.running) this.telling.tellPhase('running');
      await this.step.takeChanges(() => this.tellBatches());
      await this.trainBatch(order.subarray(start, start + settings.batchSize));
    }
    await this.tellBatches();
    this.telling.tellPhase('running');
    const readings = await this.evaluate(imagesOf('validation', { dataset, split }));
    this.finishedEpochs += 1;
    const checkpoint = await this.kept.keep(this.finishedEpochs, readings);
    this.stopping.judge({ epoch: this.finishedEpochs, checkpoint, readings });
    emit({ type: 'read', readings });
    const { evaluation, weightsVersion } = readings;
    emit({ type: 'validated', epoch: this.finishedEpochs, evaluation, weightsVersion });
    this.tellProgress();
    await this.checkpoints.take(this.finishedEpochs);
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
    this.step.run(batch);
    await this.parts.network.runtime.readyForMore();
    this.meter.trained(batch.length);
    await this.parts.yieldToEventLoop();
    if (this.telling.isDue() || this.checkpoints.isDue) await this.tellBatches();
    if (this.checkpoints.isDue) await this.checkpoints.takeWithin(this.finishedEpochs);
  }

  private async test(): Promise<void> {
    const { dataset, split, emit } = this.parts;
    this.telling.tellPhase('testing');
    const readings = await this.evaluate(imagesOf('test', { dataset, split }));
    emit({ type: 'read', readings });
    emit({ type: 'tested', evaluation: readings.evaluation });
    this.tellProgress();
  }

  private async evaluate(part: EvaluatedPart) {
    const { network, settings, control, yieldToEventLoop } = this.parts;
    const going = this.telling.phase;
    let done = 0;
    return evaluate(network, part, settings.batchSize, async (evaluated) => {
      this.meter.evaluatedMore(evaluated - done);
      done = evaluated;
      await yieldToEventLoop();
      while (control.evaluationWaits) await this.wait();
      if (control.stopping) throw new Cancelled();
      if (going) this.telling.tellPhase(going);
      if (this.telling.isDue()) this.tellProgress();
    });
  }

  /** Until the next command, with everything told that is known so far. */
  private async wait(): Promise<void> {
    this.meter.pause();
    await this.tellBatches();
    await this.checkpoints.takeWithin(this.finishedEpochs);
    // A command may have come while the device was asked.
    if (this.parts.control.batchWaits) {
      this.telling.tellPhase('paused');
      await this.parts.control.nextCommand();
    }
    this.meter.resume();
    this.meter.trainingFromNow();
  }

  private async tellBatches(): Promise<void> {
    await this.report.tell();
    this.tellProgress();
    this.parts.onReport();
  }

  private tellProgress(): void {
    this.telling.progress(this.finishedEpochs);
  }

  private async endStopped(): Promise<void> {
    try {
      await this.tellBatches();
      await this.checkpoints.takeWithin(this.finishedEpochs);
    } catch (error) {
      if (!(error instanceof Diverged)) throw error;
      this.endDiverged();
      return;
    }
    this.telling.tellPhase('stopped');
  }

  private endDiverged(): void {
    this.kept.goBack();
    this.parts.emit({ type: 'fault', fault: { code: 'diverged' } });
    this.telling.tellPhase('failed');
  }
}
