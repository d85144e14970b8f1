import { BlobReader, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { zipSizeFault } from '../model/zip-member.ts';
import { type DataPlace, refusal } from './dataset.ts';
import { type FoundFile, nameIn } from './found-file.ts';
import { checkCount, checkSize, LIMITS } from './given-file.ts';
import { streamMember } from './large-members.ts';
import { allOf } from './pieces.ts';
import { overlapping, readSmallMember } from './small-members.ts';

/**
 * Checks that zip.js makes: the CRC-32 of each member, that members do not lie one over the other (a way to make a small
 * file unpack to a huge one), and that both headers of a member say the same. Names are only names here, so none is
 * unsafe. Its own workers would need a `blob:` address, which the page's policy forbids, and this is a worker already.
 */
const OPTIONS = {
  checkCrc32: true,
  checkOverlappingEntry: true,
  strictness: 'balanced',
  filenameValidation: 'tolerant',
  useWebWorkers: false,
} as const;

/** Bytes of a member up to which the whole archive is read at once: there may be tens of thousands of them. */
const SMALL = 2 ** 18;

/**
 * The members of a zip or npz file; nothing is unpacked yet.
 * @param place - of the archive
 * @param within - what the archive itself lies in, to stand before the names of its members
 * @throws DataError bad-zip, encrypted, too-many, duplicate, over-limit
 */
export async function openArchive(archive: Blob, place: DataPlace, within = ''): Promise<FoundFile[]> {
  const entries = await entriesOf(archive, place);
  const placeOf = ({ filename }: FileEntry) => ({ ...place, field: `${within}${filename}` });
  for (const entry of entries) {
    const found = zipSizeFault(entry, archive.size);
    if (found !== undefined) throw refusal('bad-zip', placeOf(entry), { found });
  }
  const inAnother = overlapping(entries);
  if (inAnother) throw refusal('bad-zip', placeOf(inAnother), { found: 'it lies in another one' });
  let whole: Promise<Uint8Array<ArrayBuffer>> | undefined;
  const wholeArchive = () => {
    whole ??= archive.arrayBuffer().then((buffer) => new Uint8Array(buffer));
    return whole;
  };
  const members = entries.map((entry) => memberOf(archive, entry, place, within, wholeArchive));
  const unpacked = members.reduce((bytes, { size }) => bytes + size, 0);
  checkSize(unpacked, LIMITS.unpacked, place);
  const names = new Set<string>();
  for (const { path, place: member } of members) {
    if (names.has(path)) throw refusal('duplicate', member, { found: path });
    names.add(path);
  }
  return members;
}

async function entriesOf(archive: Blob, place: DataPlace): Promise<FileEntry[]> {
  const entries: FileEntry[] = [];
  try {
    for await (const entry of new ZipReader(new BlobReader(archive), OPTIONS).getEntriesGenerator()) {
      checkCount(entries.length + 1, place);
      if (!entry.directory) entries.push(entry);
    }
  } catch (error) {
    throw refusedAs(error, place);
  }
  return entries;
}

function memberOf(
  archive: Blob,
  entry: FileEntry,
  { file, source }: DataPlace,
  within: string,
  wholeArchive: () => Promise<Uint8Array<ArrayBuffer>>,
): FoundFile {
  const path = entry.filename.replaceAll('\\', '/');
  const place = { file, source, field: `${within}${path}` };
  const size = entry.uncompressedSize;
  return {
    name: nameIn(path),
    path,
    place,
    size,
    isMember: true,
    async read() {
      if (entry.encrypted) throw refusal('encrypted', place);
      if (archive.size <= LIMITS.kept && size <= SMALL) {
        return readSmallMember(await wholeArchive(), entry, place);
      }
      checkSize(size, LIMITS.kept, place);
      return (await allOf(streamMember(archive, entry, place), size)) ?? new Uint8Array();
    },
    async *stream() {
      if (entry.encrypted) throw refusal('encrypted', place);
      yield* streamMember(archive, entry, place);
    },
  };
}

const isRefusal = (error: unknown): error is Error => error instanceof Error && error.name === 'DataError';

function refusedAs(error: unknown, place: DataPlace): Error {
  if (isRefusal(error)) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return refusal(/encrypted/i.test(reason) ? 'encrypted' : 'bad-zip', place, { found: reason });
}
