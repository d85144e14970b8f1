import { labelledImages, type PlacedFile } from './assemble.ts';
import { DataError, type DataProblem, type MnistFileName, refusal } from './dataset.ts';
import type { FoundFile } from './found-file.ts';
import { checkSize, LIMITS } from './given-file.ts';
import { unpack } from './gunzip.ts';
import { type IdxKind, idxKind } from './idx.ts';
import { MNIST_FILES, YOUR_FILES } from './mnist-sources.ts';
import type { Reading, ReadingContext } from './reading.ts';
import { addRange, NO_RANGE } from './value-range.ts';

interface ReadFile extends PlacedFile {
  readonly role: MnistFileName;
}

/**
 * A data set from four idx files, gzipped or not. Images and labels are told apart by content, training and test by
 * name ('train', 't10k' or 'test'); the number of images is free.
 * @throws DataError that names each file to blame
 */
export async function readIdx(files: readonly FoundFile[], context: ReadingContext): Promise<Reading> {
  const read: ReadFile[] = [];
  const problems: DataProblem[] = [];
  for (const file of files) {
    context.signal?.throwIfAborted();
    try {
      read.push(await readFile(file));
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      problems.push(...error.problems);
    }
    context.onRead(file.size);
    await context.yieldToEventLoop();
  }
  problems.push(...rolesTakenTwice(read));
  // A refused file is not reported as missing as well.
  if (problems.length === 0) problems.push(...missingRoles(read));
  if (problems.length > 0) throw new DataError(problems);

  const named = (role: MnistFileName) => read.find((file) => file.role === role) as ReadFile;
  const images = named('train-images-idx3-ubyte');
  const train = labelledImages(images, named('train-labels-idx1-ubyte'));
  return {
    format: 'idx',
    train,
    test: labelledImages(named('t10k-images-idx3-ubyte'), named('t10k-labels-idx1-ubyte')),
    range: addRange(NO_RANGE, (i) => train.images[i] as number, 0, train.images.length),
    notes: [],
    place: images.place,
  };
}

async function readFile(file: FoundFile): Promise<ReadFile> {
  const { name, place } = file;
  checkSize(file.size, LIMITS.idx, place);
  const bytes = await unpack(await file.read(), LIMITS.idx, place);
  const kind = idxKind(bytes);
  if (!kind) throw refusal('bad-magic', place);
  const named = kindByName(name);
  if (named && named !== kind) throw refusal('wrong-kind', place, { found: kind, wanted: named });
  const role = roleOf(name, kind);
  if (!role) throw refusal('unknown-file', place);
  return { role, bytes, place };
}

function kindByName(name: string): IdxKind | undefined {
  const images = /images/i.test(name);
  const labels = /labels/i.test(name);
  return images === labels ? undefined : images ? 'images' : 'labels';
}

function roleOf(name: string, kind: IdxKind): MnistFileName | undefined {
  const train = /train/i.test(name);
  const test = /t10k|test/i.test(name);
  if (train === test) return undefined;
  const dimensions = kind === 'images' ? 'idx3' : 'idx1';
  return `${train ? 'train' : 't10k'}-${kind}-${dimensions}-ubyte` as MnistFileName;
}

const rolesTakenTwice = (read: readonly ReadFile[]): DataProblem[] =>
  read
    .filter((file, at) => read.findIndex(({ role }) => role === file.role) < at)
    .map(({ place, role }) => ({ code: 'unknown-file', ...place, found: role }));

const missingRoles = (read: readonly ReadFile[]): DataProblem[] =>
  MNIST_FILES.filter(({ name }) => read.every(({ role }) => role !== name)).map(({ name }) => ({
    code: 'missing-file',
    file: name,
    source: YOUR_FILES,
  }));
