import type { DataPlace } from './dataset.ts';
import { type FileKind, type ForeignKind, kindByContent, kindByName, TELLING_BYTES } from './file-kind.ts';
import type { FoundFile } from './found-file.ts';
import { checkCount, checkSize, type GivenFile, LIMITS, placeIn } from './given-file.ts';
import { isMapping } from './label-mapping.ts';
import { openFile, startOfFile } from './open-file.ts';
import { PassedOver } from './passed-over.ts';

/** What was found in the given files and archives, by kind. */
export interface FoundFiles {
  readonly arrays: readonly FoundFile[];
  readonly pictures: readonly FoundFile[];
  readonly idx: readonly FoundFile[];
  readonly tables: readonly FoundFile[];
  readonly parquet: readonly FoundFile[];
  /** Known, and not read here. */
  readonly foreign: readonly { readonly file: FoundFile; readonly kind: ForeignKind }[];
  /** Say what the labels stand for, as EMNIST's files do. */
  readonly mappings: readonly FoundFile[];
  /** Names of those that are nothing that is read here. */
  readonly others: readonly string[];
  /** Folders of systems and programs, with the number of files in each. */
  readonly passedOver: readonly string[];
}

/** Of so many files with names that are not a picture's, it is looked how they begin; of more the names decide. */
const MOST_LOOKED_INTO = 64;

/**
 * Sorts what a person gave, and the members of archives in it (of archives in archives too, one deep), by what they
 * hold. Reads no more than the beginning of files, and nothing of those that are called pictures.
 * @throws DataError over-limit, too-many, bad-zip, encrypted, duplicate
 */
export async function findFiles(given: readonly GivenFile[]): Promise<FoundFiles> {
  const passedOver = new PassedOver();
  const files = given.filter(({ path }) => !passedOver.takes(path));
  const everything = placeIn(files[0]?.path ?? '');
  checkCount(files.length, everything);
  for (const { path, file } of files) checkSize(file.size, LIMITS.packed, placeIn(path));
  checkSize(
    files.reduce((bytes, { file }) => bytes + file.size, 0),
    LIMITS.packed,
    everything,
  );
  const found = new Sorted(everything, passedOver);
  await sortAll(
    files.map((file) => ({ found: openFile(file), blob: async () => file.file })),
    '',
    found,
  );
  return found.sorted();
}

interface Unsorted {
  readonly found: FoundFile;
  /** Its bytes, as an archive is opened by. */
  readonly blob: () => Promise<Blob>;
}

/** @param within - the archive that they lie in, to stand before the names of what lies in them */
async function sortAll(files: readonly Unsorted[], within: string, into: Sorted): Promise<void> {
  const unclear = files.filter(({ found }) => kindByName(found.name) !== 'picture');
  const looksInto = unclear.length <= MOST_LOOKED_INTO;
  for (const { found, blob } of files) {
    const kind = await kindOf(found, looksInto);
    if (kind !== 'archive' && kind !== 'tar') into.put(found, kind);
    else if (within !== '') into.put(found, undefined);
    else await sortMembers(found, kind, blob, into);
  }
}

async function sortMembers(
  archive: FoundFile,
  kind: 'archive' | 'tar',
  blob: () => Promise<Blob>,
  into: Sorted,
): Promise<void> {
  const within = archive.isMember ? `${archive.path} › ` : '';
  const { file, source } = archive.place;
  // Only for those who have an archive: zip.js is a fifth of what the worker loads besides TensorFlow.js.
  const members =
    kind === 'tar'
      ? await (await import('./tar.ts')).openTar(archive, { file, source }, within)
      : await (await import('./archive.ts')).openArchive(await blob(), { file, source }, within);
  const wanted = members.filter(({ path }) => !into.passedOver.takes(path));
  // An archive in an archive is opened; what lies deeper is not.
  const inner = wanted.map((found) => ({ found, blob: async () => new Blob([await found.read()]) }));
  await sortAll(inner, within, into);
}

/** What it holds decides. Where that says nothing, its name. */
async function kindOf(found: FoundFile, looksInto: boolean): Promise<FileKind | undefined> {
  const named = kindByName(found.name);
  if (named === 'picture' || !looksInto) return named;
  return kindByContent(await startOfFile(found, TELLING_BYTES)) ?? named;
}

/** Refuses more than is taken as soon as it is there: archives may lie in archives. */
class Sorted {
  private readonly lists = {
    array: [] as FoundFile[],
    picture: [] as FoundFile[],
    idx: [] as FoundFile[],
    table: [] as FoundFile[],
    parquet: [] as FoundFile[],
  };
  private readonly foreign: { file: FoundFile; kind: ForeignKind }[] = [];
  private readonly unknown: FoundFile[] = [];
  private count = 0;
  private bytes = 0;

  constructor(
    private readonly everything: DataPlace,
    readonly passedOver: PassedOver,
  ) {}

  /** @throws DataError too-many, over-limit */
  put(file: FoundFile, kind: Exclude<FileKind, 'archive' | 'tar'> | undefined): void {
    this.count++;
    checkCount(this.count, this.everything);
    switch (kind) {
      case undefined:
        this.unknown.push(file);
        return;
      case 'pickle':
      case 'hdf5':
      case 'matlab':
        this.foreign.push({ file, kind });
        return;
      case 'array':
      case 'picture':
      case 'idx':
      case 'table':
      case 'parquet':
        this.bytes += file.size;
        checkSize(this.bytes, LIMITS.unpacked, this.everything);
        this.lists[kind].push(file);
        return;
      default:
        kind satisfies never;
    }
  }

  sorted(): FoundFiles {
    const { array, picture, idx, table, parquet } = this.lists;
    const { foreign, unknown } = this;
    const isAny = foreign.length > 0 || Object.values(this.lists).some((files) => files.length > 0);
    // What was chosen by itself is taken for idx in the end, which then says no.
    const isAsIdx = ({ isMember, path }: FoundFile) => !isAny && !isMember && !path.includes('/');
    const asIdx = unknown.filter(isAsIdx);
    const rest = unknown.filter((file) => !isAsIdx(file));
    return {
      ...{ arrays: array, pictures: picture, idx: [...idx, ...asIdx], tables: table, parquet, foreign },
      others: rest.filter((file) => !isMapping(file)).map(({ path }) => path),
      passedOver: this.passedOver.names,
      mappings: rest.filter(isMapping),
    };
  }
}
