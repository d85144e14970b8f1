import type { Shape } from '../model/shapes';
import type { ImageRef, Part } from './data/images';

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

export interface Attribution {
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

/** Who asks for neighbours: each has one search at a time, of its own. */
export type NeighbourAsker = 'projection' | 'draw';

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
export interface Activations {
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

/** What the images of a part are, class by class. */
export interface ImageSummary {
  readonly part: Part;
  /** Of the images in their file, rising, [n]. */
  readonly positions: Uint32Array;
  /** 0 to 9, [n] */
  readonly labels: Uint8Array;
  /** Images of each class, [10]. */
  readonly counts: Uint32Array;
  /** The mean image of each class, [10, 784], 0 to 1; all 0 where there are no images. */
  readonly means: Float32Array;
  /** Pixels of each class by their grey, 0 background to 255 ink, [10, 256]. */
  readonly greys: Uint32Array;
}
