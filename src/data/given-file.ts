import { type DataPlace, refusal } from './dataset.ts';
import { YOUR_FILES } from './mnist-sources.ts';

/** A file that a person chose or dropped, with where it lay: 'mnist.npz', or 'digits/3/0001.png' in a folder. */
export interface GivenFile {
  readonly path: string;
  readonly file: Blob;
}

const MIB = 2 ** 20;

/**
 * What is taken from a person's files. The limit that matters is on what is kept of them: MNIST has 55 MB as bytes and
 * 110 MB as anything else, whatever lies in the file. Checked against the declared sizes before anything is unpacked,
 * and again while unpacking.
 */
export const LIMITS = {
  /** Bytes of all files as they lie there. */
  packed: 1024 * MIB,
  /** Bytes of all that is unpacked from them, piece by piece. */
  unpacked: 1024 * MIB,
  /** Bytes of all that is kept. */
  kept: 256 * MIB,
  /** Bytes of one picture. */
  picture: 8 * MIB,
  /** Files, or members of an archive. */
  files: 100_000,
} as const;

/** @param field - a member of an archive, an array */
export const placeIn = (file: string, field?: string): DataPlace => ({
  file,
  source: YOUR_FILES,
  ...(field !== undefined && { field }),
});

const megabytes = (bytes: number) => `${Math.ceil(bytes / MIB)}`;

/** @throws DataError over-limit */
export function checkSize(size: number, limit: number, place: DataPlace): void {
  if (size <= limit) return;
  throw refusal('over-limit', place, { found: megabytes(size), wanted: megabytes(limit) });
}

/** @throws DataError too-many */
export function checkCount(count: number, place: DataPlace): void {
  if (count > LIMITS.files) throw refusal('too-many', place, { wanted: `${LIMITS.files}` });
}
