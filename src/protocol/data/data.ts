import type { AugmentationPreview } from '../../data/augment/preview';
import type { LabelledImages } from '../../data/dataset';
import type { GivenFile } from '../../data/given-file';
import type { Adjustments } from '../../data/understand/choices';
import type { AugmentationOptions, DigitOptions } from '../../model/settings';
import type { ImageSummary } from '../inspect';
import type { DatasetState } from './dataset-state';
import type { FilePreview } from './file-preview';
import type { ImageSet, Part } from './images';

/** Which data are in use. */
export interface DataCommands {
  /**
   * Loads MNIST: from this page's own server (`base`, ending in '/'), else from the mirrors. Where it can't be had and
   * there are no data yet, digits are drawn in its place.
   */
  loadMnist(base: string, instead: DigitOptions): Promise<void>;
  /** Draws the synthetic data set. */
  loadSynthetic(options: DigitOptions): Promise<void>;
  /**
   * Some files of a set of many, which cross the border a few at a time; the next two commands get the rest of them.
   * @param before - how many of the set were given already; 0 begins another
   */
  giveFiles(files: readonly GivenFile[], before: number): Promise<void>;
  /**
   * Reads a person's files and keeps them beside the data in use, which stay; told by `file-preview` events. Those that
   * were kept before, or are still being read, are let go of.
   * @param before - how many of them came by `giveFiles`
   */
  previewFiles(files: readonly GivenFile[], before: number): Promise<void>;
  /**
   * Understands the files that were read last in another way, without reading them again; told by a `file-preview`
   * event. Where they can't be understood so, they stay as they were.
   */
  adjustPreview(adjustments: Adjustments): Promise<void>;
  /**
   * Puts the files that were understood last into use.
   * @param classNames - of each class; undefined for the digits
   */
  usePreview(classNames: readonly string[] | undefined): Promise<void>;
  /** Lets go of the files that were previewed, or ends the reading of them. */
  cancelPreview(): Promise<void>;
  /**
   * Puts files into use that a person has agreed to before: for an engine that is started again.
   * @param before - how many of them came by `giveFiles`
   */
  loadFiles(
    files: readonly GivenFile[],
    before: number,
    classNames: readonly string[] | undefined,
    adjustments: Adjustments,
  ): Promise<void>;
}

/** About the data in use; they change nothing. */
export interface DataQuestions {
  /** A validation image by its position, [784], 0 to 1, or undefined while there are no data. */
  sample(position: number): Promise<Float32Array | undefined>;
  /**
   * Images as they lie in the data in use.
   * @returns undefined while there are no data, and where a position is none of theirs
   */
  images(set: ImageSet, positions: Uint32Array): Promise<LabelledImages | undefined>;
  /**
   * What the augmentation makes of an image; needs neither data nor a network.
   * @param image - [784], 0 to 1
   */
  previewAugmentation(
    image: Float32Array,
    options: AugmentationOptions,
    samples: number,
  ): Promise<AugmentationPreview>;
  /** The classes of all images of a file, [n]; undefined while there are no data. */
  labels(set: ImageSet): Promise<Uint8Array | undefined>;
  /**
   * Counts, mean images and greys of the classes in a part of the data in use.
   * @returns undefined while there are no data, when cancelled, and when asked again or given other data meanwhile
   */
  summary(part: Part): Promise<ImageSummary | undefined>;
  cancelSummary(): Promise<void>;
}

export type DataEvent =
  | { type: 'dataset'; dataset: DatasetState }
  /** Undefined when the files were used or put away. */
  | { type: 'file-preview'; preview: FilePreview | undefined };
