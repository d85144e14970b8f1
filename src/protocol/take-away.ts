import type { TrainedNetwork } from '../model/trained-network';
import type { PastMoment } from './history';

/** A network as TensorFlow.js writes it. */
export interface LayersModelFiles {
  /** The text of model.json, whose weights are in one file, weights.bin. */
  readonly model: string;
  readonly weights: Uint8Array<ArrayBuffer>;
}

/** What the page needs to take a network away, and to look at one that was brought; they change nothing. */
export interface TakeAwayQuestions {
  /** The network that a run had after an epoch, copied; undefined where its weights are not kept. */
  networkAt(moment: PastMoment): Promise<TrainedNetwork | undefined>;
  /**
   * What a network makes of images, whichever network is in use, in double precision.
   * @param images - [n, 784], 0 background to 1 ink
   * @returns probabilities, [n, 10] row by row
   */
  probabilities(network: TrainedNetwork, images: Float32Array): Promise<Float32Array>;
  /**
   * How far single precision takes the probabilities from those that `probabilities` gives, by the lab's own kernels: of
   * a network with large logits farther than of others. 0 where they can't compute it.
   * @param images - [n, 784], 0 to 1, in steps of 1/255
   */
  rounding(network: TrainedNetwork, images: Float32Array): Promise<number>;
  /**
   * A network as a tf.LayersModel writes itself down.
   * @param metadata - texts that are kept with it
   */
  layersModel(network: TrainedNetwork, metadata: Readonly<Record<string, string>>): Promise<LayersModelFiles>;
  /**
   * What a tf.LayersModel that is made of these files makes of images.
   * @param images - [n, 784], 0 background to 1 ink
   * @returns probabilities, [n, 10] row by row
   * @throws what TensorFlow.js says of files that it can't load
   */
  readLayersModel(files: LayersModelFiles, images: Float32Array): Promise<Float32Array>;
}
