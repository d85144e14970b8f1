import {
  BlobReader,
  type FileEntry,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { zipSizeFault } from '../model/zip-member';
import type { ExportedFile } from './format';
import type { GivenFile } from './given-file';
import { NetworkFileError } from './read/network-file-error';

/** Its own workers would need a `blob:` address, which the page's policy forbids. */
const OPTIONS = { useWebWorkers: false } as const;
const MOST_MEMBERS = 100;
/** Written at one go: zip.js takes a millisecond for each, and gives way to nothing else meanwhile. */
const AT_ONCE = 8;

const bytesOf = ({ content }: ExportedFile): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** Files in one archive, stored as they are: weights are as good as random. */
export async function zipped(files: readonly ExportedFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { ...OPTIONS, level: 0 });
  for (const [i, file] of files.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve));
    await writer.add(file.name, new Uint8ArrayReader(bytesOf(file)));
  }
  return new Uint8Array(await writer.close());
}

/**
 * The files of an archive, without the folders that they lie in.
 * @param most - bytes that they may have together
 * @throws NetworkFileError
 */
export async function unzipped({ name, bytes }: GivenFile, most: number): Promise<GivenFile[]> {
  const files: GivenFile[] = [];
  let at = '';
  try {
    const reader = new ZipReader(new BlobReader(new Blob([bytes])), {
      ...OPTIONS,
      ...{ checkCrc32: true, checkOverlappingEntry: true },
      // Only the last part of a name is taken, and only as a name.
      filenameValidation: 'tolerant',
    });
    const entries = await listed(reader, { name, bytes }, most);
    for (const entry of entries) {
      at = entry.filename;
      const member = await entry.getData(new Uint8ArrayWriter());
      files.push({ name: at.split(/[/\\]/).at(-1) ?? '', bytes: new Uint8Array(member) });
    }
  } catch (error) {
    if (error instanceof NetworkFileError) throw error;
    throw new NetworkFileError('damaged', name, at, error instanceof Error ? error.message : '');
  }
  return files;
}

/** All that it lists, checked before anything is unpacked. @throws NetworkFileError, and what zip.js throws */
async function listed(
  reader: ZipReader<Blob>,
  { name, bytes }: GivenFile,
  most: number,
): Promise<FileEntry[]> {
  const entries: FileEntry[] = [];
  let left = most;
  for await (const entry of reader.getEntriesGenerator()) {
    if (entry.directory) continue;
    const { filename, encrypted, uncompressedSize } = entry;
    const fault = zipSizeFault(entry, bytes.length);
    if (fault !== undefined) throw new NetworkFileError('damaged', name, filename, fault);
    if (encrypted) throw new NetworkFileError('unsupported', name, filename, 'encrypted');
    left -= uncompressedSize;
    if (left < 0 || entries.length >= MOST_MEMBERS) throw new NetworkFileError('too-large', name, filename);
    entries.push(entry);
  }
  return entries;
}
