import type { ConfusionCounts } from '../metrics/confusion';
import type { LiveName, LiveSettings, Settings } from '../model/settings';
import type { RunId } from './history';

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
  /** Since the run began, without pauses. */
  readonly seconds: number;
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

/** A setting that became another while a run trained. */
export interface RunChange {
  readonly name: LiveName;
  /** The first batch that it held for, from 1. */
  readonly batch: number;
  readonly from: number;
  readonly to: number;
}

/** How a run came to its test. */
export interface RunEnding {
  /**
   * - `all`: it has trained all epochs that it was to
   * - `patience`: so many epochs brought no better validation loss
   * - `reached`: the validation accuracy that it was to stop at
   */
  readonly reason: 'all' | 'patience' | 'reached';
  /** That it has trained. */
  readonly epochs: number;
  /** The epoch whose weights it keeps, from 1. */
  readonly keptEpoch: number;
}

/** One run at a time. */
export interface RunCommands {
  /**
   * Starts a run from fresh initial weights. Ignored while a run is active.
   * @param changes - that it takes on as from `adjust`, each before the batch that it names; what is asked for by
   * `adjust` holds instead
   */
  train(settings: Settings, changes?: readonly RunChange[]): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** One batch of the run, then pause; starts a run if none is active. */
  step(settings: Settings): Promise<void>;
  stop(): Promise<void>;
  /**
   * The run under way goes on with other values from its next batch on; told by `adjusted`. Of several that are asked for
   * between two batches the latest holds. Those that its settings do not heed, or that come after its last batch, change
   * nothing. Ignored while no run is active.
   */
  adjust(changes: Partial<LiveSettings>): Promise<void>;
}

export type RunEvent =
  | {
      type: 'run-started';
      run: RunId;
      settings: Settings;
      batchesPerEpoch: number;
      /** Milliseconds since 1970. */
      startedAt: number;
    }
  | { type: 'phase'; phase: RunPhase }
  /** None where a run that diverged has gone back to the weights of its last finished epoch. */
  | { type: 'batches'; first: number; batches: readonly BatchResult[]; weightsVersion: number }
  /** Before the batch from which on they hold. */
  | { type: 'adjusted'; changes: readonly RunChange[] }
  | { type: 'progress'; progress: RunProgress }
  | { type: 'validated'; epoch: number; evaluation: Evaluation; weightsVersion: number }
  /** After the last epoch, before the test; the weights that are kept are in force. */
  | { type: 'epochs-ended'; ending: RunEnding }
  | { type: 'tested'; evaluation: Evaluation };
