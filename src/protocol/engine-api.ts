import type { DataProblem, DataProgress, LabelledImages } from '../data/dataset';
import type { DeadUnits } from '../metrics/conclusions/run-facts';
import type { ConfusionCounts } from '../metrics/confusion';
import type { Layer } from '../model/network';
import type { Backend, DatasetId, Settings } from '../model/settings';
import type { Shape } from '../model/shapes';

/**
 * What crosses the worker's border. Commands answer when they have been taken in (`stop`, `reset` and the loads when they
 * are done): what happens is told by events, in order. Everything is plain data or typed arrays, never a tensor.
 */
export interface EngineApi {
  /** Events go to `port` from now on. Call once, first. */
  connect(port: MessagePort): Promise<void>;
  /** Loads MNIST: from this page's own server (`base`, ending in '/'), else from the mirrors. */
  loadMnist(base: string): Promise<void>;
  /** Loads four idx files, gzipped or not, told apart by content and name. The data in use stay if they are refused. */
  loadFiles(files: readonly File[]): Promise<void>;
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
  look(image: Float32Array): Promise<Look | undefined>;
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
  /** The digits of all images of a file, [n], 0 to 9; undefined while there are no data. */
  labels(set: ImageSet): Promise<Uint8Array | undefined>;
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
  evidence(image: Float32Array, digit: number): Promise<Evidence | undefined>;
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
   * @returns nearest first; undefined without data or a network, when cancelled, and when asked again meanwhile
   */
  neighbours(image: Float32Array, count: number): Promise<readonly Neighbour[] | undefined>;
  cancelNeighbours(): Promise<void>;
  /**
   * Puts edits, and no others, in force on the trained weights, reads the validation images again and tells it by an
   * `edited` and a `read` event. An empty list undoes all. Ignored while a run is active; a new run forgets them.
   */
  edit(edits: readonly WeightEdit[]): Promise<void>;
}

/** What the page asks of the engine. */
export type EngineCommands = Omit<EngineApi, 'connect'>;

/**
 * Layers are numbered from 0 as `Look.layers` lists them: input side first, without dropout layers, which do nothing
 * while reading (`readingLayers` in model/shapes.ts).
 */
export interface LayerWeights {
  readonly layer: number;
  /** Of a convolution [height, width, in, out], of a dense layer [in, out]. */
  readonly shape: readonly number[];
  readonly kernel: Float32Array;
  /** [out] */
  readonly bias: Float32Array;
}

/** The two files of a data set: `train` is split into training and validation images. */
export type ImageSet = 'train' | 'test';
export type Part = 'train' | 'validation' | 'test';

/** One image of the data in use. */
export interface ImageRef {
  readonly set: ImageSet;
  /** From 0, in the order of the file. */
  readonly position: number;
}

/** What the network reads in each image of a part. */
export interface Readings {
  readonly part: Part;
  /** Training batches that the weights have seen. */
  readonly trainedBatches: number;
  /** Of the images in their file, [n]. */
  readonly positions: Uint32Array;
  /** 0 to 9, [n] */
  readonly truth: Uint8Array;
  /** The most probable class, [n]. */
  readonly predicted: Uint8Array;
  /** [n, 10] row by row; each row adds up to 1 */
  readonly probabilities: Float32Array;
  readonly evaluation: Evaluation;
}

export interface Evidence {
  /** The class asked about. */
  readonly digit: number;
  /** ∂ logit / ∂ pixel, [784]. */
  readonly saliency: Float32Array;
  /**
   * Grad-CAM of the last convolution with maps: ReLU(Σ_k mean(∂ logit / ∂ map_k) · map_k), [height, width].
   * Undefined for a network without convolutions.
   */
  readonly gradCam: { readonly layer: number; readonly map: LayerOutput } | undefined;
}

export type ProjectionMethod = 'pca' | 'umap';

export interface Projection {
  readonly method: ProjectionMethod;
  /** In the test images, [n]. */
  readonly positions: Uint32Array;
  readonly truth: Uint8Array;
  readonly predicted: Uint8Array;
  /** [n, 2] row by row */
  readonly points: Float32Array;
  /** By PCA: shares of the features' variance along the two axes, 0 to 1. */
  readonly shares?: readonly [number, number];
  readonly trainedBatches: number;
}

export interface Neighbour extends ImageRef {
  readonly label: number;
  /** Euclidean, between the features. */
  readonly distance: number;
}

/**
 * - `mute`: the outputs of a filter (or unit) are 0
 * - `kernel`: the weights of one filter for one input channel are replaced, row by row
 */
export type WeightEdit =
  | { readonly kind: 'mute'; readonly layer: number; readonly filter: number }
  | {
      readonly kind: 'kernel';
      readonly layer: number;
      readonly filter: number;
      readonly input: number;
      readonly values: readonly number[];
    };

/** What the network makes of one image. */
export interface Look {
  /** Of the classes 0 to 9; they add up to 1. */
  readonly probabilities: Float32Array;
  /** Every layer's output (after its activation), input side first; the last one's are the logits. */
  readonly layers: readonly LayerOutput[];
  /** Training batches that the weights have seen; 0 for an untrained network. */
  readonly trainedBatches: number;
}

export interface LayerOutput {
  readonly shape: Shape;
  /** Row by row, channels last. */
  readonly values: Float32Array;
}

export type EngineEvent =
  | { type: 'dataset'; dataset: DatasetState }
  | { type: 'engine'; readout: EngineReadout }
  /** There is a new network, made by these settings; `trainedBatches` is 0 unless its weights were rescued. */
  | { type: 'network'; settings: Settings; trainedBatches: number }
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
  | { type: 'fault'; fault: Fault };

export type DatasetState =
  | { status: 'loading'; id: DatasetId; progress: DataProgress; problems: readonly DataProblem[] }
  | {
      status: 'ready';
      id: DatasetId;
      origin: string;
      official: boolean;
      /** Images in each part. */
      train: number;
      validation: number;
      test: number;
      /** What was tried in vain before, or, with `refused`, why other data did not take the place of these. */
      problems: readonly DataProblem[];
      /** The data set that was asked for last and could not be had. */
      refused?: DatasetId;
    }
  | { status: 'missing'; id: DatasetId; problems: readonly DataProblem[] };

/**
 * - `idle`: no run yet, or the weights were reset
 * - `starting`: the backend and the network are being made for a run
 * - `running`, `paused`: batches, also the validation after an epoch
 * - `testing`: the one look at the test images, after the last epoch
 * - `finished`, `stopped`, `failed`: the run is over; its weights stay in use
 */
export type RunPhase =
  | 'idle'
  | 'starting'
  | 'running'
  | 'paused'
  | 'testing'
  | 'finished'
  | 'stopped'
  | 'failed';

export interface BatchResult {
  /** Mean over the batch of the loss that is trained on. */
  readonly loss: number;
  /** Share of the batch that was read right, 0 to 1. */
  readonly accuracy: number;
}

export interface RunProgress {
  /** The epoch at work, from 1. */
  readonly epoch: number;
  readonly epochs: number;
  /** Training images seen in this run. */
  readonly images: number;
  /** Of the whole run with its evaluations, 0 to 1. */
  readonly done: number;
  /** Training images a second over the last seconds; undefined until there is something to measure. */
  readonly imagesPerSecond?: number;
  readonly secondsLeft?: number;
}

export interface Evaluation {
  readonly images: number;
  /** Mean cross-entropy without label smoothing. */
  readonly loss: number;
  /** 0 to 1 */
  readonly accuracy: number;
  readonly confusion: ConfusionCounts;
}

export interface EngineReadout {
  readonly backend: Backend;
  /** The device as it names itself, where it does: 'SwiftShader', 'Apple M2', ... */
  readonly device?: string;
  readonly trainStep: 'fast' | 'reference';
  /** Threads that the fast step computes on. */
  readonly workers?: number;
  /** Why the reference works and not the fast step. */
  readonly stepReason?: StepReason;
  /** Backends that were tried or passed over before this one, and why. */
  readonly stepsDown: readonly StepDown[];
  /** Live tensors and their bytes. */
  readonly tensors: number;
  readonly bytes: number;
}

/**
 * - `chosen`: the settings ask for the reference
 * - `backend`: there is no fast step on this backend
 * - `no-simd`: the browser lacks WebAssembly SIMD
 * - `layer`: it can't do this one, counted from 0 in the network that is trained
 * - `memory`: it would need so much, and can't have it
 * - `failed`: it could not be started, in the error's own words
 */
export type StepReason =
  | { code: 'chosen' }
  | { code: 'backend' }
  | { code: 'no-simd' }
  | { code: 'layer'; layer: number; type: Layer['type'] }
  | { code: 'memory'; megabytes: number }
  | { code: 'failed'; detail: string };

export interface StepDown {
  readonly backend: Backend;
  readonly reason: 'no-api' | 'no-adapter' | 'software' | 'failed' | 'no-simd';
  /** The device's or the error's own words. */
  readonly detail?: string;
}

/** Something went wrong and a person should know: translated at the edge by its code. */
export interface Fault {
  readonly code:
    | 'diverged'
    | 'no-data'
    | 'impossible-settings'
    | 'backend-failed'
    | 'engine-died'
    | 'engine-gone'
    | 'run-restarted'
    | 'run-failed'
    | 'device-replaced';
  readonly detail?: string;
}
