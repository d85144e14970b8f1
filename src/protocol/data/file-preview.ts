import type { DataProblem, LabelledImages } from '../../data/dataset';
import type { DataNote, FileFormat } from '../../data/reading';
import type { FileSets } from '../../data/several-sets';
import type { Adjustments, ArrayGuess, Guess } from '../../data/understand/choices';
import type { DataWarning } from '../../data/understand/warnings';
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
  /** Where there are several in the files: their names, and which one this is. */
  readonly sets?: FileSets;
  /** All checksums are those of the official MNIST. */
  readonly official: boolean;
  /** Images in each part. */
  readonly train: number;
  readonly validation: number;
  readonly test: number;
  /** Ten or more. */
  readonly classes: number;
  /** Images of each class, [classes]. */
  readonly classCounts: {
    /** To train and to validate with. */
    readonly train: readonly number[];
    readonly test: readonly number[];
  };
  /** A row each: how it was understood, why, and how else it could be. */
  readonly guesses: readonly Guess[];
  /** What each array was taken for; none of pictures. */
  readonly arrays: readonly ArrayGuess[];
  /** The arrays were told by their shapes: their names don't say what they are. */
  readonly areByShape: boolean;
  /** One image in so many was held out to test with; undefined where the files have a part for that. */
  readonly testOneIn?: number;
  /** One image in so many of those to train with is held out to validate with. */
  readonly validationOneIn: number;
  readonly notes: readonly DataNote[];
  /** What is allowed and will not work as it should. */
  readonly warnings: readonly DataWarning[];
  /** What a person has changed so far. */
  readonly adjustments: Adjustments;
  /** They are being understood anew. */
  readonly isBusy?: boolean;
  /** Why they can't be understood as was asked last: all this is as before. */
  readonly problems?: readonly DataProblem[];
  /** Of each class, where the folders have other names than numbers. */
  readonly folderNames?: readonly string[];
  readonly naming: ClassNaming;
  /** A few training images from all over the set, with their labels. */
  readonly samples: LabelledImages;
}
