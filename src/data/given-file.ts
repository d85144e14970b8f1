import { type DataPlace, refusal } from './dataset.ts';
import { YOUR_FILES } from './mnist-sources.ts';

/** A file that a person chose or dropped, with where it lay: 'mnist.npz', or 'digits/3/0001.png' in a folder. */
export interface GivenFile {
  readonly path: string;
  readonly file: Blob;
}

const MIB = 2 ** 20;

/**
 * What is taken from a person's files: MNIST as uint8 (55 MB) and as float32 (220 MB) fit, as float64 it does not.
 * Checked against the declared sizes before anything is unpacked, and again while unpacking.
 */
export const LIMITS = {
  /** Bytes of all files as they lie there. */
  packed: 256 * MIB,
  /** Bytes of all that is unpacked from them. */
  unpacked: 256 * MIB,
  /** Bytes of one array, unpacked: 60,000 images of float32 have 180 MiB. */
  array: 192 * MIB,
  /** Bytes of one idx file, unpacked; the largest of MNIST has 45 MiB. */
  idx: 64 * MIB,
  /** Bytes of one picture. */
  picture: MIB / 4,
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
