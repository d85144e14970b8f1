import { type DataPlace, refusal } from './dataset.ts';

/** Told by the first two bytes, never by the name: servers unpack files named `.gz` on the way. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * All bytes of a stream.
 * @param limit - reading stops, with `undefined`, as soon as there are more bytes than this
 * @throws whatever the stream fails with
 */
export async function readAll(
  stream: ReadableStream<Uint8Array>,
  limit: number,
  onBytes?: (received: number) => void,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      // Not awaited: a source may take its time over being cancelled, and its reasons don't matter any more.
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(value);
    onBytes?.(length);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * The content of a file that may be gzipped.
 * @param limit - most bytes that the content may have; a gzip bomb is given up at this size
 * @returns `packed` itself if it is not gzipped
 * @throws DataError bad-gzip, too-large
 */
export async function unpack(
  packed: Uint8Array<ArrayBuffer>,
  limit: number,
  place: DataPlace,
): Promise<Uint8Array<ArrayBuffer>> {
  const content = isGzip(packed) ? await gunzip(packed, limit, place) : packed;
  if (!content || content.length > limit) throw refusal('too-large', place, { wanted: `${limit}` });
  return content;
}

async function gunzip(packed: Uint8Array<ArrayBuffer>, limit: number, place: DataPlace) {
  try {
    return await decompress(packed, 'gzip', limit);
  } catch {
    throw refusal('bad-gzip', place);
  }
}

/** Bytes that are unpacked in one go, a few milliseconds: between two of these others have the thread. */
const SLICE = 65_536;

/**
 * What was compressed.
 * @returns undefined as soon as there is more than `limit` bytes
 * @throws whatever the platform says of damaged bytes
 */
export function decompress(
  packed: Uint8Array<ArrayBuffer>,
  format: CompressionFormat,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  // Written by hand: a pipe takes several times as long, which tells for tens of thousands of small files.
  const { readable, writable } = new DecompressionStream(format);
  const writer = writable.getWriter();
  const ignore = () => undefined;
  // What fails here fails the reading too.
  for (let start = 0; start < packed.length; start += SLICE) {
    writer.write(packed.subarray(start, start + SLICE)).catch(ignore);
  }
  writer.close().catch(ignore);
  return readAll(readable, limit);
}
