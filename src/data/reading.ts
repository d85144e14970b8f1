import type { DataPlace, LabelledImages } from './dataset.ts';
import type { ValueRange } from './value-range.ts';

export type FileFormat = 'idx' | 'npz' | 'npy' | 'pictures';

/** Something that was done to the data, or left, and that a person should know. */
export interface DataNote {
  readonly code: 'scaled' | 'inverted' | 'divided' | 'one-hot' | 'brightness' | 'ignored';
  /** Names of files, a number of images. */
  readonly found?: string;
}

/** What files hold, before anything is decided about it. */
export interface Reading {
  readonly format: FileFormat;
  readonly train: LabelledImages;
  /** Undefined where all images came in one set. */
  readonly test: LabelledImages | undefined;
  /** Of the values as they lie in the files. */
  readonly range: ValueRange;
  readonly notes: readonly DataNote[];
  /** The names of the folders that stand for the classes, where they are not the digits. */
  readonly folderNames?: readonly string[];
  /** What to blame where there are too few. */
  readonly place: DataPlace;
}

/** What is read from, and told of, while files are read. */
export interface ReadingContext {
  /** Lets the worker do other things. */
  readonly yieldToEventLoop: () => Promise<void>;
  /** @param bytes - more of them are done with */
  readonly onRead: (bytes: number) => void;
  readonly signal?: AbortSignal | undefined;
  readonly decode: DecodePictures;
}

interface DecodedPictures {
  /** Brightness, transparent as black: uint8, [n, 28, 28]. */
  readonly images: Uint8Array;
  /** Positions of those that could not be decoded. */
  readonly failed: readonly number[];
}

/**
 * Decodes 28×28 pictures. Given, because only a browser does it.
 * @param pictures - PNG files
 */
export type DecodePictures = (pictures: readonly Uint8Array<ArrayBuffer>[]) => Promise<DecodedPictures>;
