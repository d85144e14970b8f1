import type { DataPlace, DataProblem } from './dataset.ts';
import type { RawArray } from './raw-array.ts';
import type { RawPictures } from './raw-pictures.ts';

export type FileFormat = 'idx' | 'npz' | 'npy' | 'csv' | 'parquet' | 'pictures' | 'labelled-pictures';

/** Something that was done to the data, or left, and that a person should know. */
export interface DataNote {
  readonly code:
    | 'one-hot'
    | 'brightness'
    | 'ignored'
    | 'passed-over'
    | 'doubles'
    | 'left-out'
    | 'rows-left-out'
    | 'ground'
    | 'deep'
    | 'unlabelled'
    | 'labels-in-table'
    | 'no-picture'
    | 'own-validation'
    | 'wants-test-images'
    | 'wants-test-labels';
  /** Names of files, a number of images. */
  readonly found?: string;
  /** What is wrong with the first of them. */
  readonly first?: string;
}

/** What files hold, before anything is decided about it: kept, so that it can be understood in another way. */
export interface Reading {
  readonly format: FileFormat;
  readonly raw: RawArrays | RawTables | RawPictures;
  readonly notes: readonly DataNote[];
  /** What to blame where there are too few. */
  readonly place: DataPlace;
}

/** Arrays, of which some are images and some labels. */
export interface RawArrays {
  readonly kind: 'arrays';
  readonly arrays: readonly RawArray[];
  /** Of those that could not be read and may not be needed. */
  readonly unread: readonly UnreadArray[];
}

export interface UnreadArray extends Pick<RawArray, 'name' | 'named'> {
  readonly problems: readonly DataProblem[];
}

export interface RawTables {
  readonly kind: 'tables';
  readonly tables: readonly RawTable[];
}

/** A table of numbers, a row an image, with its label in one of the columns or without. */
export interface RawTable extends Pick<RawArray, 'name' | 'place' | 'kept'> {
  /** By the name of its file, where that says so. */
  readonly set: 'train' | 'test' | undefined;
  /** Names of the columns, where there are any. */
  readonly header: readonly string[] | undefined;
  readonly rows: number;
  readonly columns: number;
  /** Of each column that holds words, the text of each row; none where there are too many for labels. */
  readonly texts?: ReadonlyMap<number, readonly string[]>;
}

/** What is read from, and told of, while files are read. */
export interface ReadingContext {
  /** Lets the worker do other things. */
  readonly yieldToEventLoop: () => Promise<void>;
  /** @param bytes - more of them are done with */
  readonly onRead: (bytes: number) => void;
  readonly signal?: AbortSignal | undefined;
  readonly decode: DecodePictures;
  /** What may still be kept. */
  readonly room: Room;
}

/** Counts what is kept of the files. */
export interface Room {
  /** @throws DataError over-limit */
  take(bytes: number, place: DataPlace): void;
}

/** A picture as a browser decodes it. */
export interface DecodedPicture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, opacity of each pixel, row by row: 0 to 255, not premultiplied. */
  readonly rgba: Uint8ClampedArray | Uint8Array;
}

/**
 * Decodes pictures of any format. Given, because only a browser does it.
 * @param pictures - whole files
 * @param longest - pixels that the longer side may have: larger ones are scaled down
 * @returns undefined for each that can't be decoded
 */
export type DecodePictures = (
  pictures: readonly Uint8Array<ArrayBuffer>[],
  longest: number,
) => Promise<readonly (DecodedPicture | undefined)[]>;
