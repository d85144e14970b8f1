import { labelledImages, type PlacedFile } from './assemble.ts';
import {
  DataError,
  type DataProblem,
  type Dataset,
  type LabelledImages,
  type MnistFileName,
  refusal,
} from './dataset.ts';
import { readAll, unpack } from './gunzip.ts';
import { type IdxKind, idxKind } from './idx.ts';
import { MNIST_FILES, YOUR_FILES } from './mnist-sources.ts';
import { sha256 } from './sha256.ts';

/** The part of the platform's File that is needed here. */
export interface FileLike {
  readonly name: string;
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

/** Packed and unpacked; the largest of MNIST is 45 MiB. */
export const FILE_LIMIT = 64 * 2 ** 20;
/** With fewer there is nothing to hold out for validation. */
const FEWEST = { train: 20, test: 10 } as const;

interface ReadFile extends PlacedFile {
  readonly role: MnistFileName;
  readonly official: boolean;
}

/**
 * A data set from the four files that a person chose. Images and labels are told apart by content, training and test
 * by name ('train', 't10k' or 'test'); the number of images is free.
 * @throws DataError that names each file to blame
 */
export async function loadFiles(files: readonly FileLike[]): Promise<Dataset> {
  const outcomes = await Promise.allSettled(files.map(readFile));
  const read: ReadFile[] = [];
  const problems: DataProblem[] = [];
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') read.push(outcome.value);
    else if (outcome.reason instanceof DataError) problems.push(...outcome.reason.problems);
    else throw outcome.reason;
  }
  problems.push(...rolesTakenTwice(read));
  // A refused file is not reported as missing as well.
  if (problems.length === 0) problems.push(...missingRoles(read));
  if (problems.length > 0) throw new DataError(problems);

  const named = (role: MnistFileName) => read.find((file) => file.role === role) as ReadFile;
  return {
    train: part('train', named('train-images-idx3-ubyte'), named('train-labels-idx1-ubyte')),
    test: part('test', named('t10k-images-idx3-ubyte'), named('t10k-labels-idx1-ubyte')),
    official: read.every((file) => file.official),
    origin: YOUR_FILES,
  };
}

async function readFile(file: FileLike): Promise<ReadFile> {
  const place = { file: file.name, source: YOUR_FILES };
  const tooLarge = refusal('too-large', place, { found: `${file.size}`, wanted: `${FILE_LIMIT}` });
  if (file.size > FILE_LIMIT) throw tooLarge;
  const packed = await readAll(file.stream(), FILE_LIMIT);
  if (!packed) throw tooLarge;
  const bytes = await unpack(packed, FILE_LIMIT, place);
  const kind = idxKind(bytes);
  if (!kind) throw refusal('bad-magic', place);
  const named = kindByName(file.name);
  if (named && named !== kind) throw refusal('wrong-kind', place, { found: kind, wanted: named });
  const role = roleOf(file.name, kind);
  if (!role) throw refusal('unknown-file', place);
  const reference = MNIST_FILES.find(({ name }) => name === role);
  const official = bytes.length === reference?.bytes && (await sha256(bytes)) === reference.sha256;
  return { role, bytes, place, official };
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

function part(name: keyof typeof FEWEST, images: ReadFile, labels: ReadFile): LabelledImages {
  const labelled = labelledImages(images, labels);
  const count = labelled.labels.length;
  if (count < FEWEST[name]) {
    throw refusal('too-few', images.place, { found: `${count}`, wanted: `${FEWEST[name]}` });
  }
  return labelled;
}
