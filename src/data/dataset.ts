import { CLASSES } from '../model/input.ts';
import { plainText } from '../model/plain-text.ts';
import type { DigitOptions } from '../model/settings.ts';

/** Labelled 28×28 images. */
export interface LabelledImages {
  /** uint8, [n, 28, 28] row by row, 0 background to 255 ink */
  readonly images: Uint8Array;
  /** uint8, [n], the number of the class: 0 to 9 of digits, to 61 at most */
  readonly labels: Uint8Array;
}

export interface Dataset {
  readonly train: LabelledImages;
  readonly test: LabelledImages;
  /** All four checksums are those of the official MNIST. */
  readonly official: boolean;
  /** Drawn by the lab, by which choices: there is no end of others. */
  readonly drawn?: DigitOptions;
  /** Of each class, where they are not the digits 0 to 9: ten or more. */
  readonly classNames?: readonly string[];
  /** Its validation images are the same share of each class. */
  readonly isStratified?: boolean;
  /** One training image in so many is to validate with, where that was chosen. */
  readonly validationOneIn?: number;
  /** Where it came from, to be shown: 'this page', a mirror's name, 'your files'. */
  readonly origin: string;
}

/** How many classes data have: ten where nothing else is said. */
export const classesIn = ({ classNames }: Pick<Dataset, 'classNames'>): number =>
  classNames?.length ?? CLASSES;

export type MnistFileName =
  | 'train-images-idx3-ubyte'
  | 'train-labels-idx1-ubyte'
  | 't10k-images-idx3-ubyte'
  | 't10k-labels-idx1-ubyte';

export const PROBLEM_CODES = [
  'unreachable',
  'http-status',
  'timeout',
  'html',
  'truncated',
  'checksum',
  'bad-gzip',
  'too-large',
  'bad-magic',
  'wrong-kind',
  'wrong-size',
  'count-mismatch',
  'label-range',
  'too-few',
  'missing-file',
  'unknown-file',
  'not-found',
  'unreadable',
  'over-limit',
  'too-many',
  'bad-zip',
  'encrypted',
  'bad-npy',
  'pickle',
  'dtype',
  'shape',
  'not-finite',
  'missing-array',
  'duplicate',
  'bad-picture',
  'picture-size',
  'no-class',
  'too-many-classes',
  'mixed',
  'nothing-found',
  'more',
  'not-official',
  'bad-tar',
  'csv-value',
  'csv-columns',
  'csv-empty',
  'no-labels',
  'lone-picture',
  'convert-pickle',
  'convert-hdf5',
  'convert-matlab',
  'bad-parquet',
  'parquet-codec',
  'parquet-columns',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Which file of which source is meant. */
export interface DataPlace {
  /** The file to blame, as the person knows it. */
  readonly file: string;
  /** What in it: the name of an array, a member of an archive. */
  readonly field?: string;
  /** The source that was asked: a mirror's name, a folder, 'your files'. */
  readonly source: string;
}

/** Why one source of one file could not be used: everything a sentence about it needs. */
export interface DataProblem extends DataPlace {
  readonly code: ProblemCode;
  /** What was found and what was wanted, where that helps: byte counts, a status, a label. */
  readonly found?: string;
  readonly wanted?: string;
}

/** A place in one line: 'mnist.npz › x_train.npy'. */
export const placeName = ({ file, field }: DataPlace): string =>
  field === undefined ? file : `${file} › ${field}`;

/** Characters of what was found: the names of several arrays fit. */
const LONGEST_FOUND = 300;

export class DataError extends Error {
  readonly problems: readonly DataProblem[];

  /** @param problems - whose names may be anybody's: they are made plain here */
  constructor(problems: readonly DataProblem[]) {
    const plain = problems.map(inPlainText);
    super(plain.map((p) => `${placeName(p)} from ${p.source}: ${p.code}`).join('; '));
    this.name = 'DataError';
    this.problems = plain;
  }
}

const inPlainText = ({ file, field, found, ...rest }: DataProblem): DataProblem => ({
  ...rest,
  file: plainText(file),
  ...(field !== undefined && { field: plainText(field) }),
  ...(found !== undefined && { found: plainText(found, LONGEST_FOUND) }),
});

/** The error that says why one file was refused. */
export function refusal(
  code: ProblemCode,
  { file, source, field }: DataPlace,
  details: Pick<DataProblem, 'found' | 'wanted'> = {},
): DataError {
  const place = { file, source, ...(field !== undefined && { field }) };
  return new DataError([{ code, ...place, ...details }]);
}

export interface DataProgress {
  readonly source: string;
  /** Bytes as transferred. */
  readonly received: number;
  readonly total: number;
}
