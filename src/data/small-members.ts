import type { FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import { crc32 } from '../model/crc32.ts';
import { LOCAL_HEADER_BYTES, ZIP_METHODS } from '../model/zip-member.ts';
import { type DataPlace, refusal } from './dataset.ts';
import { decompress } from './gunzip.ts';

export const LOCAL_HEADER = 0x04034b50;

/** Where a member lies, by the list at the end of the archive. */
type MemberEntry = Pick<
  FileEntry,
  'offset' | 'compressedSize' | 'uncompressedSize' | 'compressionMethod' | 'crc32'
>;

/**
 * One of very many small members. zip.js needs more than a millisecond for each, whatever its size: minutes for 70,000
 * pictures. This does what it does for the plain case, with the same checks: bounds, the number of bytes, the checksum.
 * @param archive - the whole of it
 * @throws DataError bad-zip
 */
export async function readSmallMember(
  archive: Uint8Array<ArrayBuffer>,
  { offset, compressedSize, uncompressedSize, compressionMethod, crc32: checksum }: MemberEntry,
  place: DataPlace,
): Promise<Uint8Array<ArrayBuffer>> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  if (offset + LOCAL_HEADER_BYTES > archive.length || view.getUint32(offset, true) !== LOCAL_HEADER) {
    throw refusal('bad-zip', place, { found: 'no header where it is said to be' });
  }
  const start =
    offset + LOCAL_HEADER_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = archive.subarray(start, start + compressedSize);
  const isStored = compressionMethod === ZIP_METHODS.stored;
  if (!isStored && compressionMethod !== ZIP_METHODS.deflated) {
    throw refusal('bad-zip', place, { found: `compression method ${compressionMethod}` });
  }
  const bytes = isStored
    ? packed.slice()
    : await decompress(packed, 'deflate-raw', uncompressedSize).catch(() => undefined);
  if (bytes?.length !== uncompressedSize) {
    throw refusal('bad-zip', place, { found: `it does not unpack to ${uncompressedSize} bytes` });
  }
  if (crc32(bytes) !== checksum) throw refusal('bad-zip', place, { found: 'another checksum' });
  return bytes;
}

/**
 * A member that lies in another is how a small archive unpacks to a huge one.
 * @returns the first that does
 */
export function overlapping<Entry extends MemberEntry>(entries: readonly Entry[]): Entry | undefined {
  const sorted = [...entries].sort((one, other) => one.offset - other.offset);
  return sorted.find((entry, i) => {
    const before = sorted[i - 1];
    return before && before.offset + LOCAL_HEADER_BYTES + before.compressedSize > entry.offset;
  });
}
