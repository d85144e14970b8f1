import type { LabelledImages } from '../../data/dataset';
import type { KernelTime } from '../../protocol/backend';
import type { LayerOutput } from '../../protocol/inspect';

/**
 * A network that computes: its weights and its forward pass. Whoever made it calls `dispose`; it copies weights in and
 * out.
 */
export interface NetworkRuntime {
  /**
   * Resolves when many forward passes can be asked for at full speed. Nothing has to wait for it.
   * @throws where there is no memory for that
   */
  ready(): Promise<void>;

  /** One array a weight tensor, in the order of the plan. Copied. Also forgets the optimizer's state. Not while a step is in flight. */
  setWeights(weights: readonly Float32Array[]): void;
  /** A copy of the weights of this moment, in the same order. */
  weights(): Promise<Float32Array[]>;

  /**
   * Forward pass without dropout.
   * @param positions - in `images`
   * @returns logits, [positions.length, classes] row by row
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
   * step in flight where the weights are at hand, as whoever draws waits for it: they are those of some moment between
   * two steps. (From a GPU they have to be fetched, behind what is under way there.)
   * @param image - [784], 0 to 1
   */
  activations(image: Float32Array): Promise<LayerOutput[]>;

  /**
   * Images that are best asked for in one call of `logits` or `features`, where that is more than a batch: a device far
   * away takes as long to answer for one as for many.
   */
  readonly imagesAtOnce?: number;
  /** How long each kernel of a training step takes, where that can be told. Not while a step is in flight. */
  kernelTimes?(): Promise<readonly KernelTime[]>;

  /** Memory that it holds outside of TensorFlow.js. */
  readonly bytes: number;

  /** Frees all tensors and ends all workers. It can't be used afterwards. */
  dispose(): void;
}
