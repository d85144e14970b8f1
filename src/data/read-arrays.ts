import { INPUT_SIZE } from '../model/input.ts';
import { imagesOf } from './array-images.ts';
import { labelsOf } from './array-labels.ts';
import { type ArrayRole, arrayRole } from './array-roles.ts';
import { DataError, type DataProblem, type LabelledImages, refusal } from './dataset.ts';
import { type FoundFile, listOf, stemOf } from './found-file.ts';
import { checkSize, LIMITS } from './given-file.ts';
import { type NpyArray, parseNpy } from './npy.ts';
import type { DataNote, Reading, ReadingContext } from './reading.ts';
import { joinRanges, type ValueRange } from './value-range.ts';

const WANTED = 'x_train, y_train, x_test, y_test';

/** Arrays of images and of their labels. */
interface Pair {
  readonly images: FoundFile;
  readonly labels: FoundFile;
}

/**
 * A data set from npy files, or the members of npz files: images and labels, of training and test or of one set.
 * @throws DataError that names each array to blame
 */
export async function readArrays(files: readonly FoundFile[], context: ReadingContext): Promise<Reading> {
  const { train, test, others } = pairsOf(files);
  const parts = [await readPair(train, context)];
  if (test) parts.push(await readPair(test, context));
  const notes: DataNote[] = [];
  if (parts.some(({ isScaled }) => isScaled)) notes.push({ code: 'scaled' });
  if (parts.some(({ isOneHot }) => isOneHot)) notes.push({ code: 'one-hot' });
  if (others.length > 0) notes.push({ code: 'ignored', found: listOf(others) });
  return {
    format: files.some(({ isMember }) => isMember) ? 'npz' : 'npy',
    train: (parts[0] as ReadPair).labelled,
    test: parts[1]?.labelled,
    range: parts.map(({ range }) => range).reduce(joinRanges),
    notes,
    place: train.images.place,
  };
}

/** Which array is what. @throws DataError duplicate, missing-array */
function pairsOf(files: readonly FoundFile[]): { train: Pair; test: Pair | undefined; others: string[] } {
  const known = new Map<string, FoundFile>();
  const others: string[] = [];
  const problems: DataProblem[] = [];
  for (const file of files) {
    const role = roleOf(file);
    const key = role && keyOf(role.kind, role.set);
    const before = key && known.get(key);
    if (before) problems.push({ code: 'duplicate', ...file.place, found: before.name });
    else if (key) known.set(key, file);
    else others.push(stemOf(file.name));
  }
  if (problems.length > 0) throw new DataError(problems);
  const isOneSet = known.has(keyOf('images', undefined)) && !known.has(keyOf('images', 'train'));
  const pair = (set: ArrayRole['set']): Pair => {
    const [images, labels] = [known.get(keyOf('images', set)), known.get(keyOf('labels', set))];
    if (images && labels) return { images, labels };
    throw missing(files);
  };
  return isOneSet
    ? { train: pair(undefined), test: undefined, others }
    : { train: pair('train'), test: pair('test'), others };
}

const keyOf = (kind: ArrayRole['kind'], set: ArrayRole['set']) => `${kind} ${set}`;

/** An array that was given no name (numpy then calls the first one arr_0) goes by that of its archive. */
function roleOf({ name, isMember, place }: FoundFile): ArrayRole | undefined {
  const stem = stemOf(name);
  if (isMember && stem !== 'arr_0') return arrayRole(stem);
  return arrayRole(isMember ? stemOf(place.file) : stem, true);
}

function missing(files: readonly FoundFile[]): DataError {
  const places = files.map(({ place }) => place);
  const source = places[0]?.source ?? '';
  return refusal(
    'missing-array',
    { file: [...new Set(places.map(({ file }) => file))].join(', '), source },
    { found: listOf(files.map(({ name }) => stemOf(name))), wanted: WANTED },
  );
}

interface ReadPair {
  readonly labelled: LabelledImages;
  readonly range: ValueRange;
  readonly isScaled: boolean;
  readonly isOneHot: boolean;
}

async function readPair({ images, labels }: Pair, context: ReadingContext): Promise<ReadPair> {
  const answers = labelsOf(await readArray(labels, context), labels.place);
  const pictures = await imagesOf(await readArray(images, context), images.place, context.yieldToEventLoop);
  const count = pictures.images.length / INPUT_SIZE;
  if (answers.labels.length !== count) {
    throw refusal('count-mismatch', labels.place, {
      found: `${answers.labels.length}`,
      wanted: `${count}`,
    });
  }
  return {
    labelled: { images: pictures.images, labels: answers.labels },
    range: pictures.range,
    isScaled: pictures.isScaled,
    isOneHot: answers.isOneHot,
  };
}

async function readArray(file: FoundFile, { onRead, signal }: ReadingContext): Promise<NpyArray> {
  signal?.throwIfAborted();
  checkSize(file.size, LIMITS.array, file.place);
  const array = parseNpy(await file.read(), file.place);
  onRead(file.size);
  return array;
}
