import type { DataProblem, DataProgress } from '../data/dataset';
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
}

/** What the page asks of the engine. */
export type EngineCommands = Omit<EngineApi, 'connect'>;

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
    | 'out-of-memory'
    | 'engine-died'
    | 'engine-gone'
    | 'run-restarted'
    | 'run-failed';
  readonly detail?: string;
}
