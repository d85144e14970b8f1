import type { LabelledImages } from '../../data/dataset';
import { INITIAL_SETTINGS, optimizerSettings, type Settings } from '../../model/settings';
import type { Readings } from '../../protocol/data/images';
import type { EngineEvent } from '../../protocol/engine-api';
import type { FineTuned, ReadBefore } from '../../protocol/fine-tune';
import type { DataInUse } from '../data/active-dataset';
import type { ImageMaker } from '../data/image-maker';
import { imagesOf } from '../inspect/part-reader';
import type { ValidationCache } from '../inspect/validation-cache';
import { Cancelled, LatestTask } from '../latest-task';
import type { Checkpoint, NetworkInUse } from '../network/network-in-use';
import { type EvaluatedNetwork, type EvaluatedPart, evaluate } from '../run/evaluate';
import type { TrainStep } from '../train-step/train-step';
import { type Mixture, mixture } from './mixture';

const EPOCHS = 6;
/** Adam's, constant: a twentieth of what the presets train with. So few digits must not cost what was learnt before. */
const LEARNING_RATE = 5e-4;
const BATCH = 32;
/** Whatever the network was trained by. */
const FINE_TUNING: Partial<Settings> = {
  ...optimizerSettings(INITIAL_SETTINGS),
  optimizer: 'adam',
  batchSize: BATCH,
};
/** Images between two moments in which commands can come in. */
const CHUNK = 256;
/** Milliseconds between two words about how far it is. */
const TELL_EVERY = 150;
/** Shares of the whole, as far as can be said beforehand. */
const READ_BEFORE = 0.15;
const TRAINED = 0.85;

export interface FineTunerParts {
  readonly emit: (event: EngineEvent) => void;
  readonly maker: ImageMaker;
  /** Makes another step of the network in use, to train apart from it. */
  readonly cloneStep: (
    weights: readonly Float32Array[],
    training: LabelledImages,
    changes: Partial<Settings>,
  ) => Promise<TrainStep>;
  readonly validations: ValidationCache;
  /** Whether a network is in use and stays so for now. */
  readonly isInUse: (network: NetworkInUse) => boolean;
  readonly yieldToEventLoop: () => Promise<void>;
  readonly now: () => number;
}

/** A fine-tuning whose weights are in force. */
interface Tuned {
  readonly data: DataInUse;
  readonly before: Checkpoint;
  readonly readingsBefore: Readings;
  readonly told: FineTuned;
}

/** A person's digits: to learn from, at least one, and only to be read. */
interface OwnImages {
  readonly learnt: LabelledImages;
  readonly heldOut: LabelledImages;
}

/** What a network reads. */
interface Reading {
  readonly validation: Readings;
  readonly learnt: Readings;
  readonly heldOut: Readings;
}

/**
 * Trains the network in use a little further on a person's own digits among training images. It does so on a step
 * of its own, so that until the end nothing has changed, and whatever ends it before leaves all as it was.
 */
export class FineTuner {
  private readonly tasks = new LatestTask();
  /** What can be taken back, until it is kept. */
  private readonly tuned = new WeakMap<NetworkInUse, Tuned>();

  constructor(private readonly parts: FineTunerParts) {}

  /** What is under way ends, with the weights as they were. */
  cancel(): void {
    this.tasks.cancel();
  }

  /**
   * Tells `fine-tuning` on the way, then `fine-tuned` and `read` of the validation images.
   * Where it fails, a `fault` says why, and the weights are as they were.
   */
  async run(own: OwnImages, data: DataInUse, network: NetworkInUse): Promise<void> {
    const signal = this.tasks.begin();
    const { emit, isInUse } = this.parts;
    const isWanted = () => !signal.aborted && isInUse(network);
    emit({ type: 'fine-tuning', done: 0 });
    const { settings, trainedBatches, weightsVersion } = network;
    let step: TrainStep | undefined;
    try {
      const images = { ...own, validation: imagesOf('validation', data) };
      const before = await this.read(network, images, isWanted);
      this.tell(READ_BEFORE);
      const weights = await network.runtime.weights();
      const some = await mixture({ ...this.parts, settings, own: own.learnt, data, isWanted }, EPOCHS);
      step = await this.parts.cloneStep(weights, some.images, FINE_TUNING);
      const batches = await this.train(step, some, isWanted);
      if (!(await step.weightsAreFinite())) throw new RangeError('a weight is no longer a number');
      const after = { weights: await step.weights(), trainedBatches: trainedBatches + batches };
      const tuned = {
        runtime: step,
        settings: network.settings,
        trainedBatches: after.trainedBatches,
        weightsVersion,
      };
      const read = await this.read(tuned, images, isWanted);
      this.takeOver(network, after, read, { data, before: { weights, trainedBatches }, was: before });
    } catch (error) {
      if (this.tasks.isLast(signal)) emit({ type: 'fine-tuning', done: undefined });
      if (error instanceof Cancelled || !isWanted()) return;
      emit({ type: 'fault', fault: { code: 'fine-tuning-failed', detail: String(error) } });
    } finally {
      step?.dispose();
    }
  }

  /** The weights that came of it stay. */
  keep(network: NetworkInUse): void {
    const tuned = this.tuned.get(network);
    if (!tuned) return;
    this.tuned.delete(network);
    this.tellTuned(network, { ...tuned.told, decision: 'kept' });
  }

  /** The weights are again, bit for bit, what they were before. */
  takeBack(network: NetworkInUse): void {
    const tuned = this.tuned.get(network);
    if (!tuned) return;
    this.cancel();
    this.tuned.delete(network);
    this.put(network, tuned.before, tuned.readingsBefore, {
      ...tuned,
      told: { ...tuned.told, decision: 'taken-back' },
    });
  }

  private takeOver(
    network: NetworkInUse,
    after: Checkpoint,
    read: Reading,
    { was, ...tuning }: Pick<Tuned, 'data' | 'before'> & { readonly was: Reading },
  ): void {
    const told: FineTuned = {
      decision: 'open',
      learnt: rightIn(was.learnt, read.learnt),
      heldOut: rightIn(was.heldOut, read.heldOut),
      validation: rightIn(was.validation, read.validation),
    };
    const tuned = { ...tuning, readingsBefore: was.validation, told };
    this.tuned.set(network, tuned);
    this.put(network, after, read.validation, tuned);
  }

  /** Puts weights in force; where the device fails later, these are the ones to rescue. */
  private put(network: NetworkInUse, checkpoint: Checkpoint, read: Readings, { data, told }: Tuned): void {
    network.setWeights(checkpoint.weights, checkpoint.trainedBatches);
    if (network.learnt) network.learnt = { ...network.learnt, checkpoint };
    const readings = { ...read, weightsVersion: network.weightsVersion };
    this.parts.validations.put(readings, data);
    this.tellTuned(network, told);
    this.parts.emit({ type: 'read', readings });
  }

  private tellTuned({ weightsVersion }: NetworkInUse, tuned: FineTuned): void {
    this.parts.emit({ type: 'fine-tuned', tuned, weightsVersion });
  }

  /** @returns batches */
  private async train(step: TrainStep, { epochs }: Mixture, isWanted: () => boolean): Promise<number> {
    const { yieldToEventLoop, now } = this.parts;
    const all = epochs.flatMap((order) =>
      Array.from({ length: Math.ceil(order.length / BATCH) }, (_, i) =>
        order.slice(i * BATCH, (i + 1) * BATCH),
      ),
    );
    let told = now();
    for (const [i, batch] of all.entries()) {
      step.run(batch, { step: i, learningRate: LEARNING_RATE });
      await step.readyForMore();
      await yieldToEventLoop();
      if (!isWanted()) throw new Cancelled();
      if (now() - told < TELL_EVERY) continue;
      told = now();
      this.tell(READ_BEFORE + (TRAINED - READ_BEFORE) * (i / all.length));
    }
    await step.results();
    return all.length;
  }

  private async read(
    network: EvaluatedNetwork,
    parts: Readonly<Record<keyof Reading, LabelledImages | EvaluatedPart>>,
    isWanted: () => boolean,
  ): Promise<Reading> {
    const reading = (part: LabelledImages | EvaluatedPart) =>
      evaluate(network, 'part' in part ? part : allOf(part), CHUNK, async () => {
        await this.parts.yieldToEventLoop();
        if (!isWanted()) throw new Cancelled();
      });
    return {
      learnt: await reading(parts.learnt),
      heldOut: await reading(parts.heldOut),
      validation: await reading(parts.validation),
    };
  }

  private tell(done: number): void {
    this.parts.emit({ type: 'fine-tuning', done });
  }
}

const allOf = (images: LabelledImages): EvaluatedPart => ({
  part: 'train',
  images,
  positions: Uint32Array.from(images.labels.keys()),
});

function rightIn(before: Readings, after: Readings): ReadBefore {
  const right = ({ truth, predicted }: Readings) => predicted.filter((label, i) => label === truth[i]).length;
  return { images: before.truth.length, before: right(before), after: right(after) };
}
