import type { LabelledImages } from '../../data/dataset';
import type { LayerOutput } from '../../protocol/inspect';
import type { BatchResult } from '../../protocol/run';

/**
 * One training step and what belongs to it: the weights, the optimizer's state, and the network's forward pass.
 * Several implementations keep this contract; the reference (tfjs autodiff) defines what is right. Another one is right
 * when each weight tensor after 20 steps from the same weights and batches differs from the reference's by at most
 * 1e-3 in ‖Δ‖₂/‖w‖₂.
 *
 * Who owns what: the step keeps the images it was given (no copy), copies weights in and out, and frees everything
 * else in `dispose`.
 */
export interface TrainStep {
  /** One array a weight tensor, in the order of the plan. Copied. Also forgets the optimizer's state. Not while a step is in flight. */
  setWeights(weights: readonly Float32Array[]): void;
  /** A copy of the weights of this moment, in the same order. */
  weights(): Promise<Float32Array[]>;

  /**
   * Trains on others from now on. Not while a step is in flight.
   * @param images - as many as before, of the same labels; kept, not copied
   */
  setImages(images: Uint8Array): void;

  /**
   * Puts one step to work and returns at once, without waiting for the device and without reading anything back.
   * @param batch - positions in the training images, any number from 1
   */
  run(batch: Uint32Array, at: StepMoment): void;
  /** Resolves when at most `steps` of the steps put to work are unfinished. */
  inFlightAtMost(steps: number): Promise<void>;
  /** What the steps since the last call gave, oldest first. Waits for them. */
  results(): Promise<BatchResult[]>;
  /** False when a weight is NaN or infinite. (On WebGPU a loss can look finite while the weights are not.) */
  weightsAreFinite(): Promise<boolean>;

  /**
   * Forward pass without dropout.
   * @param positions - in `images`
   * @returns logits, [positions.length, 10] row by row
   */
  logits(images: LabelledImages, positions: Uint32Array): Promise<Float32Array>;
  /**
   * What the last layer reads: the outputs of the layer in front of it, or the images where there is none, without dropout.
   * @param positions - in `images`
   * @returns [positions.length, width] row by row; maps as a vector row by row, channels last
   */
  features(images: LabelledImages, positions: Uint32Array): Promise<Float32Array>;
  /**
   * Every layer's output (after its activation) for one image, input side first, without dropout layers. Waits for no
   * step in flight, as whoever draws waits for it: the weights are those of some moment between two steps.
   * @param image - [784], 0 to 1
   */
  activations(image: Float32Array): Promise<LayerOutput[]>;

  /** Memory that the step holds outside of TensorFlow.js. */
  readonly bytes: number;

  /** Frees all tensors and ends all workers. The step can't be used afterwards. */
  dispose(): void;
}

/** What a step depends on besides the batch and the weights. */
export interface StepMoment {
  /** Steps before this one in the run; the dropout masks are drawn from (seed, this number). */
  readonly step: number;
  readonly learningRate: number;
}
