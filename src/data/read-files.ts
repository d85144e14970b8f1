import { type ClassNaming, tenNames } from '../model/class-names.ts';
import { INPUT_SIDE, INPUT_SIZE } from '../model/input.ts';
import { plainText } from '../model/plain-text.ts';
import { RandomStream, shuffle } from '../model/random.ts';
import { type Dataset, type LabelledImages, refusal } from './dataset.ts';
import { type FoundFiles, findFiles } from './find-files.ts';
import { listOf } from './found-file.ts';
import { type GivenFile, placeIn } from './given-file.ts';
import { YOUR_FILES } from './mnist-sources.ts';
import { isOfficial } from './official.ts';
import { readArrays } from './read-arrays.ts';
import { readIdx } from './read-idx.ts';
import { imagesAt, readPictures } from './read-pictures.ts';
import type { DataNote, FileFormat, Reading, ReadingContext } from './reading.ts';
import type { ValueRange } from './value-range.ts';

/** What a person's files were understood to be. */
export interface FilesRead {
  /** Without names of its classes: a person chooses them. */
  readonly dataset: Dataset;
  readonly format: FileFormat;
  readonly range: ValueRange;
  readonly notes: readonly DataNote[];
  /** Ten, where the folders of pictures have other names than digits. */
  readonly folderNames?: readonly string[];
  /** The names that the files suggest. */
  readonly naming: ClassNaming;
}

export interface ReadFilesOptions extends Omit<ReadingContext, 'onRead'> {
  readonly onProgress?: (done: number, total: number) => void;
}

/** With fewer there is nothing to hold out for validation. */
const FEWEST = { train: 20, test: 10 } as const;

/**
 * A data set from the files that a person gave: arrays of numpy, pictures in folders, or idx files; also from zip files
 * of these.
 * @throws DataError that names each file to blame, and what in it
 */
export async function readFiles(given: readonly GivenFile[], options: ReadFilesOptions): Promise<FilesRead> {
  const found = await findFiles(given);
  const reading = await readFound(found, given, options);
  const notes = [...reading.notes];
  if (found.others.length > 0) notes.push({ code: 'ignored', found: listOf(found.others) });
  const { train, test } = reading.test
    ? { train: reading.train, test: reading.test }
    : divided(reading.train, notes);
  checkEnough(train, test, reading);
  if (isDarkOnLight(train)) {
    for (const { images } of [train, test]) await invert(images, options.yieldToEventLoop);
    notes.push({ code: 'inverted' });
  }
  return {
    dataset: { train, test, official: await isOfficial(train, test), origin: plainText(originOf(given)) },
    format: reading.format,
    range: reading.range,
    notes: notes.map(inPlainText),
    ...(reading.folderNames && { folderNames: tenNames(reading.folderNames) }),
    naming: namingOf(given, reading),
  };
}

/** The names in it may be anybody's. */
const inPlainText = ({ code, found }: DataNote): DataNote => ({
  code,
  ...(found !== undefined && { found: plainText(found) }),
});

function readFound(
  { arrays, pictures, idx, others }: FoundFiles,
  given: readonly GivenFile[],
  options: ReadFilesOptions,
): Promise<Reading> {
  const kinds = [arrays, pictures, idx].filter((files) => files.length > 0);
  const place = placeIn(originOf(given));
  const [files, second] = kinds;
  if (!files) throw refusal('nothing-found', place, { found: listOf(others) });
  if (second) {
    const names = kinds.map(([first]) => first?.path);
    throw refusal('mixed', place, { found: names.join(', ') });
  }
  const total = files.reduce((bytes, { size }) => bytes + size, 0);
  let done = 0;
  const onRead = (bytes: number) => {
    done += bytes;
    options.onProgress?.(done, total);
  };
  const read = files === arrays ? readArrays : files === pictures ? readPictures : readIdx;
  return read(files, { ...options, onRead });
}

/** One image in seven to test with, as in MNIST: always the same draw for the same number of images. */
function divided(all: LabelledImages, notes: DataNote[]) {
  const count = all.labels.length;
  const positions = Uint32Array.from({ length: count }, (_, position) => position);
  shuffle(positions, new RandomStream(1, 'split'));
  const held = Math.round(count / 7);
  notes.push({ code: 'divided', found: `${count}` });
  return {
    train: imagesAt(all, positions.subarray(held).sort()),
    test: imagesAt(all, positions.subarray(0, held).sort()),
  };
}

function checkEnough(train: LabelledImages, test: LabelledImages, { place }: Reading): void {
  for (const [name, { labels }] of Object.entries({ train, test })) {
    const fewest = FEWEST[name as keyof typeof FEWEST];
    if (labels.length >= fewest) continue;
    throw refusal('too-few', place, { found: `${labels.length}`, wanted: `${fewest}` });
  }
}

/** The edge of a picture is background; in MNIST that is 0. */
function isDarkOnLight({ images }: LabelledImages): boolean {
  let sum = 0;
  let pixels = 0;
  for (let first = 0; first < images.length; first += INPUT_SIZE) {
    for (let i = 0; i < INPUT_SIDE; i++) {
      const last = INPUT_SIDE * (INPUT_SIDE - 1);
      for (const pixel of [i, last + i, i * INPUT_SIDE, i * INPUT_SIDE + INPUT_SIDE - 1]) {
        sum += images[first + pixel] as number;
        pixels++;
      }
    }
  }
  return sum / pixels > 127.5;
}

async function invert(images: Uint8Array, yieldToEventLoop: () => Promise<void>): Promise<void> {
  const part = 4_000_000;
  for (let from = 0; from < images.length; from += part) {
    const to = Math.min(images.length, from + part);
    for (let pixel = from; pixel < to; pixel++) images[pixel] = 255 - (images[pixel] as number);
    await yieldToEventLoop();
  }
}

/** The folder, or the only file; else all of them. */
function originOf(given: readonly GivenFile[]): string {
  const roots = new Set(given.map(({ path }) => path.split('/')[0] as string));
  const [only] = roots;
  return roots.size === 1 && only !== undefined ? only : YOUR_FILES;
}

function namingOf(given: readonly GivenFile[], { folderNames }: Reading): ClassNaming {
  if (folderNames) return 'folders';
  return given.some(({ path }) => /fashion/i.test(path)) ? 'fashion' : 'digits';
}
