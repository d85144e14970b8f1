import type { DataProblem, LabelledImages } from '../../data/dataset';
import type { DataNote, FileFormat } from '../../data/reading';
import type { ValueRange } from '../../data/value-range';
import type { ClassNaming } from '../../model/class-names';

/** A person's files, read and kept beside the data in use until they are used or put away. */
export type FilePreview =
  /** `done` is a share of the bytes, 0 to 1. */
  | { readonly status: 'reading'; readonly done: number }
  | { readonly status: 'understood'; readonly understood: Understood }
  /** The data in use stay. */
  | { readonly status: 'refused'; readonly problems: readonly DataProblem[] };

/** What the files were understood to be. */
export interface Understood {
  /** Of the file or the folder; 'your files' where there are several. */
  readonly name: string;
  readonly format: FileFormat;
  /** All checksums are those of the official MNIST. */
  readonly official: boolean;
  /** Images in each part. */
  readonly train: number;
  readonly validation: number;
  readonly test: number;
  /** Images of each class, [10]. */
  readonly classCounts: {
    /** To train and to validate with. */
    readonly train: readonly number[];
    readonly test: readonly number[];
  };
  /** Of the values as they lie in the files. */
  readonly range: ValueRange;
  readonly notes: readonly DataNote[];
  /** Ten, where the folders have other names than digits. */
  readonly folderNames?: readonly string[];
  readonly naming: ClassNaming;
  /** A few training images from all over the set, with their labels. */
  readonly samples: LabelledImages;
}
