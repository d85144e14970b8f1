import type { AugmentationPreview } from '../data/augment/preview';
import type { LabelledImages } from '../data/dataset';
import type { GivenFile } from '../data/given-file';
import type { DeadUnits } from '../metrics/conclusions/run-facts';
import type { PretrainedCard } from '../model/pretrained';
import type { AugmentationOptions, DigitOptions, Settings } from '../model/settings';
import type { EngineReadout } from './backend';
import type { DatasetState } from './data/dataset-state';
import type { FilePreview } from './data/file-preview';
import type { ImageSet, Part, Readings } from './data/images';
import type { FineTuned, ImageReadings } from './fine-tune';
import type {
  Activations,
  Attribution,
  ImageSummary,
  LayerOutput,
  LayerWeights,
  Neighbour,
  NeighbourAsker,
  Projection,
  ProjectionMethod,
  WeightEdit,
} from './inspect';
import type { BatchResult, Evaluation, RunPhase, RunProgress } from './run';

/**
 * What crosses the worker's border. Commands answer when they have been taken in (`stop`, `reset` and the loads when they
 * are done): what happens is told by events, in order. Everything is plain data or typed arrays, never a tensor.
 */
export interface EngineApi {
  /** Events go to `port` from now on. Call once, first. */
  connect(port: MessagePort): Promise<void>;
  /**
   * Loads MNIST: from this page's own server (`base`, ending in '/'), else from the mirrors. Where it can't be had and
   * there are no data yet, digits are drawn in its place.
   */
  loadMnist(base: string, instead: DigitOptions): Promise<void>;
  /** Draws the synthetic data set. */
  loadSynthetic(options: DigitOptions): Promise<void>;
  /**
   * Some files of a set of many, which cross the border a few at a time; the next two commands get the rest of them.
   * @param before - how many of the set were given already; 0 begins another
   */
  giveFiles(files: readonly GivenFile[], before: number): Promise<void>;
  /**
   * Reads a person's files and keeps them beside the data in use, which stay; told by `file-preview` events. Those that
   * were kept before, or are still being read, are let go of.
   * @param before - how many of them came by `giveFiles`
   */
  previewFiles(files: readonly GivenFile[], before: number): Promise<void>;
  /**
   * Puts the files that were understood last into use.
   * @param classNames - ten; undefined for the digits
   */
  usePreview(classNames: readonly string[] | undefined): Promise<void>;
  /** Lets go of the files that were previewed, or ends the reading of them. */
  cancelPreview(): Promise<void>;
  /**
   * Puts files into use that a person has agreed to before: for an engine that is started again.
   * @param before - how many of them came by `giveFiles`
   */
  loadFiles(
    files: readonly GivenFile[],
    before: number,
    classNames: readonly string[] | undefined,
  ): Promise<void>;
  /**
   * Begins with the network that ships with the page where the settings are of that network, so that there is something
   * that reads at once; else, or where it can't be had, as `reset`. Call once, after `connect`.
   */
  begin(base: string, settings: Settings): Promise<void>;
  /** Chooses the backend and gives the network fresh initial weights. Ignored while a run is active. */
  reset(settings: Settings): Promise<void>;
  /** Starts a run from fresh initial weights. Ignored while a run is active. */
  train(settings: Settings): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** One batch of the run, then pause; starts a run if none is active. */
  step(settings: Settings): Promise<void>;
  stop(): Promise<void>;
  /**
   * Reads one image with the weights of this moment.
   * @param image - [784], row by row, 0 background to 1 ink
   * @returns undefined before the first `reset` is done
   */
  activations(image: Float32Array): Promise<Activations | undefined>;
  /** A validation image by its position, [784], 0 to 1, or undefined while there are no data. */
  sample(position: number): Promise<Float32Array | undefined>;
  /**
   * Reads all images of a part with the weights of this moment and tells it by a `read` event. Ends early, without
   * one, when another part is asked for, at `cancelRead`, and when a run starts or weights change. Ignored while a run
   * is active.
   */
  read(part: Part): Promise<void>;
  cancelRead(): Promise<void>;
  /**
   * Images as they lie in the data in use.
   * @returns undefined while there are no data, and where a position is none of theirs
   */
  images(set: ImageSet, positions: Uint32Array): Promise<LabelledImages | undefined>;
  /**
   * What the augmentation makes of an image; needs neither data nor a network.
   * @param image - [784], 0 to 1
   */
  previewAugmentation(
    image: Float32Array,
    options: AugmentationOptions,
    samples: number,
  ): Promise<AugmentationPreview>;
  /** The digits of all images of a file, [n], 0 to 9; undefined while there are no data. */
  labels(set: ImageSet): Promise<Uint8Array | undefined>;
  /**
   * Counts, mean images and greys of the classes in a part of the data in use.
   * @returns undefined while there are no data, when cancelled, and when asked again or given other data meanwhile
   */
  summary(part: Part): Promise<ImageSummary | undefined>;
  cancelSummary(): Promise<void>;
  /**
   * Kernels and biases of this moment.
   * @param layers - by their numbers; those without weights are left out
   */
  weights(layers: readonly number[]): Promise<readonly LayerWeights[] | undefined>;
  /**
   * What a layer computes before its activation, in double precision from the weights and its input.
   * @param image - [784], 0 to 1
   * @param layer - its number; of a layer without weights these are its outputs
   */
  weightedSums(image: Float32Array, layer: number): Promise<LayerOutput | undefined>;
  /**
   * Which pixels speak for a class.
   * @param image - [784], 0 to 1
   */
  attribution(image: Float32Array, digit: number): Promise<Attribution | undefined>;
  /**
   * The filters and units behind a ReLU that are 0 in each of 200 validation images, with the weights of this moment.
   * @returns one a hidden layer with weights; undefined without data or a network, and while a run is active
   */
  deadUnits(): Promise<readonly DeadUnits[] | undefined>;
  /**
   * The features of the first 2,000 test images (fewer where they are very wide) in two dimensions, with the weights of
   * this moment.
   * @returns undefined without data or a network, when cancelled, and when asked again meanwhile
   */
  projection(method: ProjectionMethod): Promise<Projection | undefined>;
  cancelProjection(): Promise<void>;
  /**
   * The training images (of the first 5,000) whose features are nearest to those of an image.
   * @param image - [784], 0 to 1
   * @returns nearest first; undefined without data or a network, when cancelled, and when the same asker asks again
   * meanwhile
   */
  neighbours(
    image: Float32Array,
    count: number,
    asker: NeighbourAsker,
  ): Promise<readonly Neighbour[] | undefined>;
  cancelNeighbours(asker: NeighbourAsker): Promise<void>;
  /**
   * Whether an image looks like a digit, to the detector that ships with the page: the same for every network.
   * @param image - [784], 0 to 1
   * @returns undefined where there is no detector
   */
  looksLikeDigit(image: Float32Array): Promise<boolean | undefined>;
  /**
   * Puts edits, and no others, in force on the trained weights, reads the validation images again and tells it by an
   * `edited` and a `read` event. An empty list undoes all. Ignored while a run is active; a new run forgets them.
   */
  edit(edits: readonly WeightEdit[]): Promise<void>;
  /**
   * What the network reads in any images, with the weights of this moment.
   * @param images - [n, 28, 28], 0 background to 255 ink
   * @returns undefined before the first `reset` is done
   */
  readImages(images: Uint8Array): Promise<ImageReadings | undefined>;
  /**
   * Trains the network in use further on a person's own digits among training images and puts the weights that come of it in force; told by `fine-tuning`, `fine-tuned` and `read` events. A run, a reset and
   * `cancelFineTuning` end it and leave the weights as they were. Ignored while a run is active, without data, and where
   * these are not of digits.
   * @param learnt - own digits to learn from, at least one
   * @param heldOut - own digits that are only read, before and after
   */
  fineTune(learnt: LabelledImages, heldOut: LabelledImages): Promise<void>;
  cancelFineTuning(): Promise<void>;
  /** The weights that came of it stay, and there is nothing to take back any more. */
  keepFineTuned(): Promise<void>;
  /** Puts the weights from before it in force again, bit for bit. Ignored once they are kept, and after a run or reset. */
  takeBackFineTuned(): Promise<void>;
}

/** What the page asks of the engine. */
export type EngineCommands = Omit<EngineApi, 'connect'>;

/** Questions that panels ask; they change nothing. */
export type Inquiries = Pick<
  EngineCommands,
  | 'images'
  | 'previewAugmentation'
  | 'labels'
  | 'summary'
  | 'cancelSummary'
  | 'weights'
  | 'weightedSums'
  | 'attribution'
  | 'deadUnits'
  | 'projection'
  | 'cancelProjection'
  | 'neighbours'
  | 'cancelNeighbours'
  | 'looksLikeDigit'
  | 'readImages'
>;

export type EngineEvent =
  | { type: 'dataset'; dataset: DatasetState }
  /** Undefined when the files were used or put away. */
  | { type: 'file-preview'; preview: FilePreview | undefined }
  | { type: 'engine'; readout: EngineReadout }
  /**
   * There is a new network, made by these settings; `trainedBatches` is 0 unless its weights were rescued, or it is the
   * one that ships with the page, which has a card.
   */
  | { type: 'network'; settings: Settings; trainedBatches: number; pretrained?: PretrainedCard }
  | { type: 'run-started'; settings: Settings; batchesPerEpoch: number }
  | { type: 'phase'; phase: RunPhase }
  | { type: 'batches'; first: number; batches: readonly BatchResult[] }
  | { type: 'progress'; progress: RunProgress }
  | { type: 'validated'; epoch: number; evaluation: Evaluation }
  | { type: 'tested'; evaluation: Evaluation }
  /** A part is being read on request; `done` is a share. Ends with `read` or with `read-ended`. */
  | { type: 'reading'; part: Part; done: number }
  | { type: 'read-ended' }
  | { type: 'read'; readings: Readings }
  /** These edits are in force. Both evaluations are of the validation images. */
  | { type: 'edited'; edits: readonly WeightEdit[]; before: Evaluation; after: Evaluation }
  /** The network is being fine-tuned, and the share of it that is done; undefined when it ended without `fine-tuned`. */
  | { type: 'fine-tuning'; done: number | undefined }
  /** It came to its end, or it was decided whether the weights stay. */
  | { type: 'fine-tuned'; tuned: FineTuned }
  | { type: 'fault'; fault: Fault };

/** Something went wrong and a person should know: translated at the edge by its code. */
export interface Fault {
  readonly code:
    | 'diverged'
    | 'no-data'
    | 'impossible-settings'
    | 'backend-failed'
    | 'command-failed'
    | 'engine-died'
    | 'engine-gone'
    | 'run-restarted'
    | 'run-failed'
    | 'fine-tuning-failed'
    | 'device-replaced';
  readonly detail?: string;
}
