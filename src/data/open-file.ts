import { DataError, refusal } from './dataset.ts';
import { type FoundFile, nameIn } from './found-file.ts';
import { type GivenFile, placeIn } from './given-file.ts';
import { isGzip } from './gunzip.ts';
import { piecesOf, startOf } from './pieces.ts';

/** A file that was given by itself. */
export function openFile({ path, file }: GivenFile): FoundFile {
  const place = placeIn(path);
  // It was moved or changed since it was chosen.
  const gone = () => refusal('unreadable', place);
  return {
    name: nameIn(path),
    path,
    place,
    size: file.size,
    isMember: false,
    blob: file,
    async read() {
      const buffer = await file.arrayBuffer().catch(() => {
        throw gone();
      });
      return new Uint8Array(buffer);
    },
    async *stream() {
      try {
        yield* piecesOf(file.stream());
      } catch (error) {
        throw error instanceof DataError ? error : gone();
      }
    },
  };
}

/** What a gzipped file holds, piece by piece; one that is not gzipped as it is. @throws DataError bad-gzip */
export async function* unzipped(file: FoundFile): AsyncGenerator<Uint8Array> {
  const source = file.stream()[Symbol.asyncIterator]();
  const first = await source.next();
  const all = async function* () {
    for (let next = first; !next.done; next = await source.next()) yield next.value;
  };
  if (first.done || !isGzip(first.value)) {
    yield* all();
    return;
  }
  const packed = streamOf(all());
  try {
    const { readable, writable } = new DecompressionStream('gzip');
    void packed.pipeTo(writable as WritableStream<Uint8Array>).catch(() => undefined);
    yield* piecesOf(readable);
  } catch (error) {
    throw error instanceof DataError ? error : refusal('bad-gzip', file.place);
  }
}

/** ReadableStream.from is not in every browser. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

/** Packed bytes that are enough for the first hundreds, unpacked. */
const PACKED_START = 4096;

/** The first bytes of what a file holds, unpacked; fewer or none where it is damaged. @throws DataError unreadable */
export async function startOfFile(file: FoundFile, length: number): Promise<Uint8Array> {
  const start = await startOf(file.stream(), PACKED_START).catch((error: unknown) => {
    const isGone = error instanceof DataError && error.problems[0]?.code === 'unreadable';
    if (isGone) throw error;
    return new Uint8Array();
  });
  if (!isGzip(start)) return start.subarray(0, length);
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  // It ends in the middle: what comes before that is all that is wanted.
  writer.write(new Uint8Array(start)).catch(() => undefined);
  writer.close().catch(() => undefined);
  const known = new Uint8Array(length);
  let at = 0;
  try {
    for await (const piece of piecesOf(readable)) {
      const part = piece.subarray(0, length - at);
      known.set(part, at);
      at += part.length;
      if (at === length) break;
    }
  } catch {
    // Damaged, or cut off as it is here.
  }
  return known.subarray(0, at);
}
