import type { FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import { crc32 } from '../model/crc32.ts';
import { LOCAL_HEADER_BYTES, ZIP_METHODS } from '../model/zip-member.ts';
import { type DataPlace, refusal } from './dataset.ts';
import { piecesOf, unpacked } from './pieces.ts';
import { LOCAL_HEADER } from './small-members.ts';

type MemberEntry = Pick<
  FileEntry,
  'offset' | 'compressedSize' | 'uncompressedSize' | 'compressionMethod' | 'crc32'
>;

/**
 * A member piece by piece, so that it never lies in memory as a whole; with the checks of `readSmallMember`.
 * @throws DataError bad-zip
 */
export async function* streamMember(
  archive: Blob,
  { offset, compressedSize, uncompressedSize: size, compressionMethod, crc32: wanted }: MemberEntry,
  place: DataPlace,
): AsyncGenerator<Uint8Array> {
  const header = new DataView(await archive.slice(offset, offset + LOCAL_HEADER_BYTES).arrayBuffer());
  if (header.byteLength < LOCAL_HEADER_BYTES || header.getUint32(0, true) !== LOCAL_HEADER) {
    throw refusal('bad-zip', place, { found: 'no header where it is said to be' });
  }
  const start = offset + LOCAL_HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = archive.slice(start, start + compressedSize);
  const isStored = compressionMethod === ZIP_METHODS.stored;
  if (!isStored && compressionMethod !== ZIP_METHODS.deflated) {
    throw refusal('bad-zip', place, { found: `compression method ${compressionMethod}` });
  }
  const unlike = () => refusal('bad-zip', place, { found: `it does not unpack to ${size} bytes` });
  let [length, checksum] = [0, 0];
  const pieces = isStored ? piecesOf(packed.stream()) : unpacked(packed, 'deflate-raw');
  const next = () => pieces[Symbol.asyncIterator]().next();
  try {
    for (;;) {
      const { done, value } = await next().catch(() => {
        throw unlike();
      });
      if (done) break;
      length += value.length;
      if (length > size) throw unlike();
      checksum = crc32(value, checksum);
      yield value;
    }
  } finally {
    await pieces[Symbol.asyncIterator]().return?.();
  }
  if (length < size) throw unlike();
  if (checksum !== wanted) throw refusal('bad-zip', place, { found: 'another checksum' });
}
