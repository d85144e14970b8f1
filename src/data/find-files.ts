import { type DataPlace, refusal } from './dataset.ts';
import { type FoundFile, nameIn } from './found-file.ts';
import { checkCount, checkSize, type GivenFile, LIMITS, placeIn } from './given-file.ts';
import { isNpy } from './npy.ts';

/** What was found in the given files and archives, by kind. */
export interface FoundFiles {
  readonly arrays: readonly FoundFile[];
  readonly pictures: readonly FoundFile[];
  readonly idx: readonly FoundFile[];
  /** Names of those that are nothing that is read here. */
  readonly others: readonly string[];
}

type Kind = 'array' | 'picture' | 'archive' | 'idx';

const ENDINGS: readonly (readonly [RegExp, Kind])[] = [
  [/\.png$/i, 'picture'],
  [/\.npy$/i, 'array'],
  [/\.(npz|zip)$/i, 'archive'],
  [/idx[13]|ubyte/i, 'idx'],
];
const kindByName = (name: string): Kind | undefined => ENDINGS.find(([ending]) => ending.test(name))?.[1];

/** What systems put beside a person's files. */
const isJunk = (path: string) =>
  /(^|\/)(\.[^/]*|__MACOSX\/.*|Thumbs\.db|desktop\.ini)$/i.test(path) || path.startsWith('__MACOSX/');

/**
 * Sorts what a person gave, and the members of archives in it (of archives in archives too, one deep). Reads no more
 * than the beginning of files whose names say nothing.
 * @throws DataError over-limit, too-many, bad-zip, encrypted, duplicate
 */
export async function findFiles(given: readonly GivenFile[]): Promise<FoundFiles> {
  const files = given.filter(({ path }) => !isJunk(path));
  const everything = placeIn(files[0]?.path ?? '');
  checkCount(files.length, everything);
  for (const { path, file } of files) checkSize(file.size, LIMITS.packed, placeIn(path));
  checkSize(
    files.reduce((bytes, { file }) => bytes + file.size, 0),
    LIMITS.packed,
    everything,
  );
  const found = new Sorted(everything);
  for (const one of files) await sort(one, await kindOf(one), found);
  return found;
}

/** Refuses more than is taken as soon as it is there: archives may lie in archives. */
class Sorted implements FoundFiles {
  readonly arrays: FoundFile[] = [];
  readonly pictures: FoundFile[] = [];
  readonly idx: FoundFile[] = [];
  readonly others: string[] = [];
  private count = 0;
  private bytes = 0;

  constructor(private readonly everything: DataPlace) {}

  /** @throws DataError too-many, over-limit */
  put(found: FoundFile, kind: Exclude<Kind, 'archive'> | undefined): void {
    this.count++;
    checkCount(this.count, this.everything);
    if (kind === undefined) {
      this.others.push(found.path);
      return;
    }
    this.bytes += found.size;
    checkSize(this.bytes, LIMITS.unpacked, this.everything);
    const lists = { array: this.arrays, picture: this.pictures, idx: this.idx };
    lists[kind].push(found);
  }
}

async function sort({ path, file }: GivenFile, kind: Kind | undefined, into: Sorted): Promise<void> {
  const place = placeIn(path);
  if (kind === 'archive') return sortMembers(file, place, '', into);
  const found: FoundFile = {
    name: nameIn(path),
    path,
    place,
    size: file.size,
    isMember: false,
    read: () => bytesOf(file, path),
  };
  into.put(found, kind);
}

async function sortMembers(archive: Blob, place: DataPlace, within: string, into: Sorted): Promise<void> {
  // Only for those who have an archive: zip.js is a fifth of what the worker loads besides TensorFlow.js.
  const { openArchive } = await import('./archive.ts');
  for (const member of await openArchive(archive, place, within)) {
    if (isJunk(member.path)) continue;
    const kind = kindByName(member.name);
    if (kind !== 'archive') into.put(member, kind);
    else if (within !== '') into.put(member, undefined);
    else await sortMembers(new Blob([await member.read()]), place, `${member.path} › `, into);
  }
}

/** In a folder the name decides; a file that was chosen by itself is asked, and else taken for idx, which then says no. */
async function kindOf({ path, file }: GivenFile): Promise<Kind | undefined> {
  const named = kindByName(nameIn(path));
  if (named || path.includes('/')) return named;
  const start = await bytesOf(file.slice(0, 6), path);
  if (start[0] === 0x50 && start[1] === 0x4b) return 'archive';
  if (start[0] === 0x89 && start[1] === 0x50) return 'picture';
  return isNpy(start) ? 'array' : 'idx';
}

async function bytesOf(file: Blob, path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // It was moved or changed since it was chosen.
    throw refusal('unreadable', placeIn(path));
  }
}
