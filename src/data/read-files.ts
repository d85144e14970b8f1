import { type ClassNaming, characterNames, numberNames, properNames } from '../model/class-names.ts';
import { CLASSES } from '../model/input.ts';
import { plainText } from '../model/plain-text.ts';
import { type Dataset, refusal } from './dataset.ts';
import { type FoundFiles, findFiles } from './find-files.ts';
import { type FoundFile, listOf } from './found-file.ts';
import { checkSize, type GivenFile, LIMITS, placeIn } from './given-file.ts';
import { type LabelMapping, mappedNames, readMapping } from './label-mapping.ts';
import { YOUR_FILES } from './mnist-sources.ts';
import { isOfficial } from './official.ts';
import { readArrays } from './read-arrays.ts';
import { readIdx } from './read-idx.ts';
import { readPictures } from './read-pictures.ts';
import type { DataNote, FileFormat, Reading, ReadingContext, Room } from './reading.ts';
import { type FileSets, takeSet } from './several-sets.ts';
import type { Adjustments, Guess } from './understand/choices.ts';
import { type FileHints, type Understanding, understand } from './understand/understand.ts';
import { type DataWarning, warningsOf } from './understand/warnings.ts';

/** A person's files, read. */
export interface FilesReading {
  readonly reading: Reading;
  /** The folder, or the only file; else all of them. */
  readonly origin: string;
  readonly hints: FileHints;
  /** What a file says that the labels stand for. */
  readonly mapping: LabelMapping | undefined;
  /** Where there are several in the files: which one was read. */
  readonly sets?: FileSets;
}

/** What a person's files were understood to be. */
export interface FilesRead
  extends Pick<
    Understanding,
    'guesses' | 'arrays' | 'areByShape' | 'testOneIn' | 'range' | 'notes' | 'classes'
  > {
  /** Without names of its classes: a person chooses them. */
  readonly dataset: Dataset;
  readonly format: FileFormat;
  readonly warnings: readonly DataWarning[];
  /** Of each class, where the folders of pictures have other names than numbers. */
  readonly folderNames?: readonly string[];
  /** The names that the files suggest. */
  readonly naming: ClassNaming;
  /** Where there are several in the files: which one this is. */
  readonly sets?: FileSets;
}

export interface ReadFilesOptions extends Omit<ReadingContext, 'onRead' | 'room'> {
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Reads what a person gave: tables, Parquet, arrays of numpy, pictures in folders, or idx files; also from archives of these.
 * Nothing is decided about it yet.
 * @throws DataError that names each file to blame, and what in it
 */
export async function readGiven(
  given: readonly GivenFile[],
  options: ReadFilesOptions,
  set?: string,
): Promise<FilesReading> {
  const { found, sets } = takeSet(await findFiles(given), set);
  const read = await readFound(found, given, options);
  const notes = [...read.notes];
  const others = [...found.others, ...found.foreign.map(({ file }) => file.path)];
  if (others.length > 0) notes.push({ code: 'ignored', found: listOf(others) });
  if (found.passedOver.length > 0) notes.push({ code: 'passed-over', found: listOf(found.passedOver) });
  const [mapping] = found.mappings;
  const isCalled = (name: RegExp) =>
    sets ? name.test(sets.taken) : given.some(({ path }) => name.test(path));
  return {
    reading: { ...read, notes },
    mapping: mapping && (await readMapping(mapping)),
    origin: setOrigin(originOf(given), sets),
    hints: { areFashion: isCalled(/fashion/i), areEmnist: isCalled(/emnist/i) },
    ...(sets && { sets }),
  };
}

/**
 * A data set of files that were read.
 * @throws DataError that says what they can't be
 */
export async function understandFiles(
  { reading, origin, hints, mapping, sets }: FilesReading,
  adjustments: Adjustments,
  { yieldToEventLoop }: Pick<ReadFilesOptions, 'yieldToEventLoop'>,
): Promise<FilesRead> {
  const understood = await understand(reading, adjustments, hints, yieldToEventLoop);
  const { train, test, classes, folderNames, guesses, arrays, areByShape, testOneIn, range, notes } =
    understood;
  const own = folderNames ?? (mapping && mappedNames(mapping, labelsBy(guesses), classes));
  const names = own && properNames(own, Math.max(CLASSES, classes));
  const count = names?.length ?? classes;
  const official = await isOfficial(train, test);
  return {
    dataset: {
      train,
      test,
      official,
      // MNIST is divided as it always was, whoever brings it.
      isStratified: !official && adjustments.isStratified !== false,
      ...(!official &&
        adjustments.validationOneIn !== undefined && { validationOneIn: adjustments.validationOneIn }),
      origin: plainText(origin),
    },
    format: reading.format,
    range,
    notes: notes.map(inPlainText),
    guesses: guesses.map(plainGuess),
    arrays: arrays.map((array) => ({ ...array, name: plainText(array.name) })),
    areByShape,
    testOneIn,
    warnings: await warningsOf(
      train,
      test,
      names ?? characterNames(count) ?? numberNames(count),
      yieldToEventLoop,
    ),
    ...(names && { folderNames: names }),
    classes: count,
    naming: names ? 'folders' : namingOf(count, hints.areFashion),
    ...(sets && { sets }),
  };
}

/** How the labels were read, which is no guess where there is one way alone. */
const labelsBy = (guesses: readonly Guess[]) =>
  guesses.flatMap((guess) => (guess.id === 'labels' ? [guess.value] : []))[0] ?? 'as-given';

function namingOf(classes: number, isFashion: boolean): ClassNaming {
  if (classes > CLASSES) return characterNames(classes) ? 'letters' : 'numbers';
  return isFashion ? 'fashion' : 'digits';
}

/** Of one of several, which of them. */
function setOrigin(origin: string, sets: FileSets | undefined): string {
  if (!sets) return origin;
  return origin === YOUR_FILES ? sets.taken : `${origin} › ${sets.taken}`;
}

/** Both at once. */
export async function readFiles(
  given: readonly GivenFile[],
  options: ReadFilesOptions,
  adjustments: Adjustments = {},
): Promise<FilesRead> {
  return understandFiles(await readGiven(given, options, adjustments.set), adjustments, options);
}

/** The names in it may be anybody's. */
const inPlainText = ({ code, found, first }: DataNote): DataNote => ({
  code,
  ...(first !== undefined && { first: plainText(first) }),
  ...(found !== undefined && { found: plainText(found) }),
});
const plainGuess = (guess: Guess): Guess => ({
  ...guess,
  ...(guess.found && {
    found: Object.fromEntries(Object.entries(guess.found).map(([key, value]) => [key, plainText(value)])),
  }),
});

async function readFound(
  { arrays, pictures, idx, tables, parquet, foreign, others }: FoundFiles,
  given: readonly GivenFile[],
  options: ReadFilesOptions,
): Promise<Reading> {
  const kinds = [arrays, pictures, idx, tables, parquet].filter((files) => files.length > 0);
  const place = placeIn(originOf(given));
  const [files, second] = kinds;
  const [lone] = pictures;
  if (lone && given.length === 1 && !lone.isMember) throw refusal('lone-picture', lone.place);
  if (!files) {
    const [unreadable] = foreign;
    if (unreadable) throw refusal(`convert-${unreadable.kind}`, unreadable.file.place);
    throw refusal('nothing-found', place, { found: listOf(others) });
  }
  const context = { ...options, ...progressOf(files, options), room: roomIn(LIMITS.kept) };
  if (second) {
    const isLabelled = kinds.length === 2 && kinds.includes(pictures) && kinds.includes(tables);
    const read =
      isLabelled &&
      (await (await import('./read-labelled-pictures.ts')).readLabelledPictures(pictures, tables, context));
    if (read) return read;
    const names = kinds.map(([first]) => first?.path);
    throw refusal('mixed', place, { found: names.join(', ') });
  }
  if (files === arrays) return readArrays(files, context);
  if (files === idx) return readIdx(files, context);
  if (files === pictures) return readPictures(files, context);
  if (files === tables) return (await import('./csv/read-tables.ts')).readTables(files, context);
  return (await import('./parquet/read-parquet.ts')).readParquet(files, context);
}

function progressOf(files: readonly FoundFile[], { onProgress }: ReadFilesOptions) {
  const total = files.reduce((bytes, { size }) => bytes + size, 0);
  let done = 0;
  const onRead = (bytes: number) => {
    done += bytes;
    onProgress?.(done, total);
  };
  return { onRead };
}

function roomIn(most: number): Room {
  let taken = 0;
  return {
    take(bytes, place) {
      taken += bytes;
      checkSize(taken, most, place);
    },
  };
}

function originOf(given: readonly GivenFile[]): string {
  const roots = new Set(given.map(({ path }) => path.split('/')[0] as string));
  const [only] = roots;
  return roots.size === 1 && only !== undefined ? only : YOUR_FILES;
}
