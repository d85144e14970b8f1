import type { DataPlace } from './dataset.ts';

/** A file that was found among those given, or in an archive, and can be read. */
export interface FoundFile {
  /** Without folders: 'x_train.npy'. */
  readonly name: string;
  /** In the folder or the archive: 'digits/3/0001.png'. Only a name: nothing is ever written there. */
  readonly path: string;
  readonly place: DataPlace;
  /** Bytes, unpacked, as declared. */
  readonly size: number;
  readonly isMember: boolean;
  /** The same bytes, of which parts can be read, where it lies by itself. */
  readonly blob?: Blob;
  /** @throws DataError */
  read(): Promise<Uint8Array<ArrayBuffer>>;
  /** The same piece by piece, from the beginning each time. @throws DataError */
  stream(): AsyncIterable<Uint8Array>;
}

export const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Names, the first few of them. */
export const listOf = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join(', ')} … (${names.length})` : names.join(', ');

/** A name without its last ending: 'x_train' of 'x_train.npy'. */
export const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '');
