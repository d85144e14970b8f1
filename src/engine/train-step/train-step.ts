import type { StepState } from '../../model/step-state';
import type { BatchResult } from '../../protocol/run';
import type { NetworkRuntime } from './network-runtime';

/**
 * A network that can also be trained: one training step, with the optimizer's state. Where the settings ask for an
 * average of the weights, it is what the network is read by, and `weights` gives; what is trained are the weights
 * themselves. Several implementations keep this contract; the reference (tfjs autodiff) defines what is right. Another
 * one is right when each weight tensor after 20 steps from the same weights and batches differs from the reference's by at
 * most 1e-3 in ‖Δ‖₂/‖w‖₂.
 *
 * Who owns what: the step keeps the images it was given (no copy), and frees everything else in `dispose`.
 */
export interface TrainStep extends NetworkRuntime {
  /**
   * Trains on others from now on. Not while a step is in flight.
   * @param images - as many as before, of the same labels; kept, not copied
   */
  setImages(images: Uint8Array): void;

  /**
   * Puts one step to work and returns at once, without waiting for the device and without reading anything back.
   * @param batch - positions in the training images, from 1 to as many as the settings say
   */
  run(batch: Uint32Array, at: StepMoment): void;
  /**
   * Resolves when the next step is to be put to work: so soon that the device is never idle, and no sooner, so that a
   * stop is near.
   */
  readyForMore(): Promise<void>;
  /** Resolves when all that was put to work is done. */
  finished(): Promise<void>;
  /** What the steps since the last call gave, oldest first. Waits for them. */
  results(): Promise<BatchResult[]>;
  /** False when a weight is NaN or infinite. (On WebGPU a loss can look finite while the weights are not.) */
  weightsAreFinite(): Promise<boolean>;

  /** How it stands after all that was put to work, copied. */
  snapshot(): Promise<StepState>;
  /**
   * Goes on from where another step of the same layers and optimizer stood: one of the same kind does the same, bit for
   * bit, with the same batches and settings. An average that the state lacks begins with its weights. Not while a step is in flight.
   * @param state - copied
   * @throws RangeError where it is one of another optimizer, or of weights of other sizes
   */
  restore(state: StepState): void;
}

/** What a step depends on besides the batch and the weights. */
export interface StepMoment {
  /** Steps before this one in the run; the dropout masks are drawn from (seed, this number). */
  readonly step: number;
  readonly learningRate: number;
}
