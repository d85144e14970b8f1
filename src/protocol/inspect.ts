import type { DeadUnits } from '../metrics/conclusions/run-facts';
import type { Shape } from '../model/shapes';
import type { ImageRef, Part, Readings } from './data/images';
import type { Evaluation } from './run';

/**
 * Layers are numbered from 0 as `Activations.layers` lists them: input side first, without dropout layers, which do nothing
 * while reading (`readingLayers` in model/shapes.ts).
 */
export interface LayerWeights {
  readonly layer: number;
  /** Of a convolution [height, width, in, out], of a dense layer [in, out]. */
  readonly shape: readonly number[];
  /** A separable convolution's as if it were multiplied out. */
  readonly kernel: Float32Array;
  /** What it was multiplied out from: [height, width, in, 1] and [1, 1, in, out]. */
  readonly separable?: { readonly depthwise: Float32Array; readonly pointwise: Float32Array };
  /** [out]; zeros in front of a normalisation, which has its own. */
  readonly bias: Float32Array;
}

/** What a batch normalisation holds, [channels] each. */
export interface NormWeights {
  readonly layer: number;
  readonly scale: Float32Array;
  readonly shift: Float32Array;
  /** The running averages that it reads by. */
  readonly mean: Float32Array;
  readonly variance: Float32Array;
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
  /** Of which these images are: test images, but where the network is one of the past validation images. */
  readonly part: 'test' | 'validation';
  /** In their file, [n]. */
  readonly positions: Uint32Array;
  readonly truth: Uint8Array;
  readonly predicted: Uint8Array;
  /** [n, 2] row by row */
  readonly points: Float32Array;
  /** By PCA: shares of the features' variance along the two axes, 0 to 1. */
  readonly shares?: readonly [number, number];
  readonly trainedBatches: number;
  /** Which weights these were, as `NetworkEvent` counts them. */
  readonly weightsVersion: number;
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
  /** Batches that the weights have been trained on; 0 for an untrained network. */
  readonly trainedBatches: number;
  /** Which weights these were, as `NetworkEvent` counts them. */
  readonly weightsVersion: number;
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

/** What takes its time to read, and what changes the weights by hand. */
export interface InspectCommands {
  /**
   * Reads all images of a part with the weights of this moment and tells it by a `read` event. Ends early, without
   * one, when another part is asked for, at `cancelRead`, and when a run starts or weights change. Ignored while a run
   * is active.
   */
  read(part: Part): Promise<void>;
  cancelRead(): Promise<void>;
  /**
   * Puts edits, and no others, in force on the trained weights, reads the validation images again and tells it by an
   * `edited` and a `read` event. An empty list undoes all. Ignored while a run is active; a new run forgets them.
   */
  edit(edits: readonly WeightEdit[]): Promise<void>;
}

/** About the inside of the network in use; they change nothing. */
export interface InspectQuestions {
  /**
   * Reads one image with the weights of this moment.
   * @param image - [784], row by row, 0 background to 1 ink
   * @returns undefined before the first `reset` is done
   */
  activations(image: Float32Array): Promise<Activations | undefined>;
  /**
   * Kernels and biases of this moment.
   * @param layers - by their numbers; those without kernels are left out
   */
  weights(layers: readonly number[]): Promise<readonly LayerWeights[] | undefined>;
  /** Undefined where the layer of that number is no batch normalisation. */
  normalisation(layer: number): Promise<NormWeights | undefined>;
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
   * this moment; of validation images where the network in use is one of the past, since errors are marked.
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
}

export type InspectEvent =
  /** A part is being read on request; `done` is a share. Ends with `read` or with `read-ended`. */
  | { type: 'reading'; part: Part; done: number }
  | { type: 'read-ended' }
  | { type: 'read'; readings: Readings }
  /** These edits are in force. Both evaluations are of the validation images. */
  | {
      type: 'edited';
      edits: readonly WeightEdit[];
      before: Evaluation;
      after: Evaluation;
      weightsVersion: number;
    };
