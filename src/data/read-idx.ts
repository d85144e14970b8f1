import { DataError, type DataProblem, type MnistFileName, refusal } from './dataset.ts';
import type { FoundFile } from './found-file.ts';
import { isGzip } from './gunzip.ts';
import { type IdxKind, idxKind, idxShape } from './idx.ts';
import { checkLength } from './keep-array.ts';
import { MNIST_FILES, YOUR_FILES } from './mnist-sources.ts';
import { startOfFile, unzipped } from './open-file.ts';
import { startOf } from './pieces.ts';
import type { RawArray } from './raw-array.ts';
import { doublesNote } from './read-arrays.ts';
import type { Reading, ReadingContext } from './reading.ts';
import { rangeOfBytes } from './value-range.ts';
import { withoutDoubles } from './without-doubles.ts';

/**
 * The arrays of idx files, gzipped or not. Images and labels are told apart by content, training and test by name
 * ('train', 't10k' or 'test'), or else by how many they are; number and size of the images are free.
 * @throws DataError that names each file to blame
 */
export async function readIdx(files: readonly FoundFile[], context: ReadingContext): Promise<Reading> {
  const read: RawArray[] = [];
  const problems: DataProblem[] = [];
  for (const file of files) {
    context.signal?.throwIfAborted();
    try {
      read.push(await readFile(file, context));
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      problems.push(...error.problems);
    }
    context.onRead(file.size);
    await context.yieldToEventLoop();
  }
  const { kept, doubles } = withoutDoubles(read);
  problems.push(...rolesTakenTwice(kept));
  // A refused file is not reported as missing as well.
  if (problems.length === 0) problems.push(...missingRoles(kept));
  if (problems.length > 0) throw new DataError(problems);
  return {
    format: 'idx',
    raw: { kind: 'arrays', arrays: kept, unread: [] },
    notes: doublesNote(doubles),
    place: (kept[0] as RawArray).place,
  };
}

/** Bytes of the longest header: of images. */
const HEADER = 16;
/** What gzip packs most tightly. */
const GZIP_RATIO = 1032;

/** Piece by piece: what a file says of its size is believed only as far as it can be true. */
async function readFile(
  file: FoundFile,
  { room, signal, yieldToEventLoop }: ReadingContext,
): Promise<RawArray> {
  const { name, place } = file;
  const start = await startOfFile(file, HEADER);
  const kind = idxKind(start);
  if (!kind) throw refusal('bad-magic', place);
  const byName = kindByName(name);
  if (byName && byName !== kind) throw refusal('wrong-kind', place, { found: kind, wanted: byName });
  const { shape, header, size } = idxShape(start, kind, place);
  const isPacked = isGzip(await startOf(file.stream(), 2));
  if (!isPacked) checkLength(file, file.size, header + size);
  room.take(size, place);
  if (size > file.size * GZIP_RATIO) checkLength(file, file.size * GZIP_RATIO, header + size);
  const values = new Uint8Array(size);
  let at = -header;
  for await (const piece of unzipped(file)) {
    signal?.throwIfAborted();
    const from = Math.max(0, -at);
    if (at + piece.length > size) checkLength(file, header + at + piece.length, header + size);
    if (from < piece.length) values.set(piece.subarray(from), at + from);
    at += piece.length;
    await yieldToEventLoop();
  }
  checkLength(file, header + at, header + size);
  return {
    name,
    named: { kind, set: setByName(name) },
    place,
    dtype: '|u1',
    shape,
    fortranOrder: false,
    kept: { values, least: 0, step: 1 },
    range: rangeOfBytes(values),
    isWhole: true,
  };
}

function kindByName(name: string): IdxKind | undefined {
  const images = /images/i.test(name);
  const labels = /labels/i.test(name);
  return images === labels ? undefined : images ? 'images' : 'labels';
}

function setByName(name: string): 'train' | 'test' | undefined {
  const train = /train/i.test(name);
  const test = /t10k|test/i.test(name);
  return train === test ? undefined : train ? 'train' : 'test';
}

/** Only where the names say it; others are told by how many they are. */
function roleOf({ named }: RawArray): MnistFileName | undefined {
  if (!named?.set) return undefined;
  const part = named.set === 'train' ? 'train' : 't10k';
  return named.kind === 'images' ? `${part}-images-idx3-ubyte` : `${part}-labels-idx1-ubyte`;
}

const rolesTakenTwice = (read: readonly RawArray[]): DataProblem[] =>
  read
    .filter((file, at) => roleOf(file) && read.findIndex((other) => roleOf(other) === roleOf(file)) < at)
    .map((file) => ({ code: 'unknown-file', ...file.place, found: roleOf(file) ?? '' }));

/** Of four files, those whose names say nothing may be the ones that are wanting. */
const missingRoles = (read: readonly RawArray[]): DataProblem[] =>
  read.length === MNIST_FILES.length
    ? []
    : MNIST_FILES.filter(({ name }) => read.every((file) => roleOf(file) !== name)).map(({ name }) => ({
        code: 'missing-file',
        file: name,
        source: YOUR_FILES,
      }));
