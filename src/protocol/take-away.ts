import type { TrainedNetwork } from '../model/trained-network';

/** A network as TensorFlow.js writes it. */
export interface LayersModelFiles {
  /** The text of model.json, whose weights are in one file, weights.bin. */
  readonly model: string;
  readonly weights: Uint8Array<ArrayBuffer>;
}

/** What the page needs to take a network away, and to look at one that was brought; they change nothing. */
export interface TakeAwayQuestions {
  /**
   * What a network makes of images, whichever network is in use.
   * @param images - [n, 784], 0 background to 1 ink
   * @returns probabilities, [n, 10] row by row
   */
  probabilities(network: TrainedNetwork, images: Float32Array): Promise<Float32Array>;
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
