import { INPUT_SIDE, INPUT_SIZE } from '../model/input.ts';
import { DataError, type DataProblem, type LabelledImages, refusal } from './dataset.ts';
import type { FoundFile } from './found-file.ts';
import { checkSize, LIMITS } from './given-file.ts';
import { type PicturePlan, planPictures } from './picture-plan.ts';
import { decodePlainPng, parsePng } from './png.ts';
import type { Reading, ReadingContext } from './reading.ts';
import { addRange, NO_RANGE } from './value-range.ts';

/** Pictures that are read and decoded side by side. */
const BATCH = 256;
/** Of more that are wrong, it is only said that there are more. */
const MOST_PROBLEMS = 8;

/**
 * A data set from PNG files of 28×28 pixels that lie in folders, or are named, by class.
 * @throws DataError that names the files to blame, the first of them
 */
export async function readPictures(files: readonly FoundFile[], context: ReadingContext): Promise<Reading> {
  const plan = planOf(files);
  const images = new Uint8Array(files.length * INPUT_SIZE);
  const problems: DataProblem[] = [];
  for (let from = 0; from < files.length; from += BATCH) {
    context.signal?.throwIfAborted();
    const batch = files.slice(from, from + BATCH);
    problems.push(...(await readBatch(batch, images.subarray(from * INPUT_SIZE), context)));
    if (problems.length > MOST_PROBLEMS) break;
    context.onRead(batch.reduce((bytes, { size }) => bytes + size, 0));
    await context.yieldToEventLoop();
  }
  if (problems.length > 0) throw new DataError(withMore(problems));
  const { labels, isTest, folderNames } = plan;
  const everything = { images, labels };
  const place = (files[0] as FoundFile).place;
  return {
    format: 'pictures',
    train: isTest ? only(everything, isTest, 0) : everything,
    test: isTest && only(everything, isTest, 1),
    range: addRange(NO_RANGE, (i) => images[i] as number, 0, images.length),
    notes: [{ code: 'brightness' }],
    ...(folderNames && { folderNames }),
    place: { file: place.file, source: place.source },
  };
}

function planOf(files: readonly FoundFile[]): PicturePlan {
  const plan = planPictures(files.map(({ path }) => path));
  if (!('code' in plan)) return plan;
  const { code } = plan;
  if (code === 'no-class') throw refusal(code, (files[plan.picture] as FoundFile).place);
  const { file, source } = (files[0] as FoundFile).place;
  const found = `${plan.names.length}: ${plan.names.slice(0, 12).join(', ')} …`;
  throw refusal(code, { file, source }, { found });
}

/** @param into - uint8, [≥ files, 28, 28] */
async function readBatch(files: readonly FoundFile[], into: Uint8Array, { decode }: ReadingContext) {
  const outcomes = await Promise.allSettled(files.map(readPicture));
  const problems: DataProblem[] = [];
  const undecoded: number[] = [];
  const pictures: Uint8Array<ArrayBuffer>[] = [];
  for (const [position, outcome] of outcomes.entries()) {
    if (outcome.status === 'fulfilled') {
      const { bytes, grey } = outcome.value;
      if (grey) into.set(grey, position * INPUT_SIZE);
      else {
        undecoded.push(position);
        pictures.push(bytes);
      }
    } else if (outcome.reason instanceof DataError) problems.push(...outcome.reason.problems);
    else throw outcome.reason;
  }
  if (problems.length > 0 || pictures.length === 0) return problems;
  const { images, failed } = await decode(pictures);
  for (const [i, position] of undecoded.entries()) {
    into.set(images.subarray(i * INPUT_SIZE, (i + 1) * INPUT_SIZE), position * INPUT_SIZE);
  }
  return failed.map((i): DataProblem => {
    const file = files[undecoded[i] as number] as FoundFile;
    return { code: 'bad-png', ...file.place };
  });
}

interface ReadPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Undefined where only a browser can decode it. */
  readonly grey: Uint8Array | undefined;
}

/** The size is read before anything is unpacked: a small file can claim a picture of gigabytes. */
async function readPicture(file: FoundFile): Promise<ReadPicture> {
  checkSize(file.size, LIMITS.picture, file.place);
  const bytes = await file.read();
  const png = parsePng(bytes);
  if (!png) throw refusal('bad-png', file.place);
  const { width, height } = png;
  if (width !== INPUT_SIDE || height !== INPUT_SIDE) {
    throw refusal('picture-size', file.place, {
      found: `${width}×${height}`,
      wanted: `${INPUT_SIDE}×${INPUT_SIDE}`,
    });
  }
  return { bytes, grey: await decodePlainPng(png) };
}

function withMore(problems: readonly DataProblem[]): DataProblem[] {
  const shown = problems.slice(0, MOST_PROBLEMS);
  const [first] = shown;
  if (!first || shown.length === problems.length) return shown;
  return [...shown, { code: 'more', file: first.file, source: first.source }];
}

/** The images of one set, in their order. */
function only({ images, labels }: LabelledImages, isTest: Uint8Array, wanted: 0 | 1): LabelledImages {
  const positions = [...isTest.keys()].filter((position) => isTest[position] === wanted);
  return imagesAt({ images, labels }, positions);
}

/** A copy of the images at some positions, in that order. */
export function imagesAt(
  { images, labels }: LabelledImages,
  positions: ArrayLike<number> & Iterable<number>,
): LabelledImages {
  const picked = new Uint8Array(positions.length * INPUT_SIZE);
  let to = 0;
  for (const position of positions) {
    picked.set(images.subarray(position * INPUT_SIZE, (position + 1) * INPUT_SIZE), to);
    to += INPUT_SIZE;
  }
  return { images: picked, labels: Uint8Array.from(positions, (position) => labels[position] as number) };
}
