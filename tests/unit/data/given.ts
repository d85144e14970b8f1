import type { GivenFile } from '../../../src/data/given-file';
import { type FilesRead, readFiles } from '../../../src/data/read-files';
import type { DecodePictures } from '../../../src/data/reading';
import type { Adjustments } from '../../../src/data/understand/choices';

/** A file as a person gives it. @param path - with its folders */
export const given = (path: string, bytes: Uint8Array<ArrayBuffer>): GivenFile => ({
  path,
  file: new Blob([bytes]),
});

const noPictures: DecodePictures = () => {
  throw new Error('there are no pictures here');
};

export const read = (
  files: readonly GivenFile[],
  decode = noPictures,
  adjustments: Adjustments = {},
): Promise<FilesRead> => readFiles(files, { decode, yieldToEventLoop: async () => {} }, adjustments);

/** The sentences that are said of what was guessed, by their names. */
export const saidOf = ({ guesses }: FilesRead): string[] => guesses.map(({ because }) => because);
