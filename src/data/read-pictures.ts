import { pictureSize } from '../ink/picture/picture-size.ts';
import { brightness, isColour } from './brightness.ts';
import { DataError, type DataProblem, type ProblemCode, placeName, refusal } from './dataset.ts';
import { type FoundFile, listOf } from './found-file.ts';
import { checkSize, LIMITS } from './given-file.ts';
import { onGround } from './on-ground.ts';
import { planPictures } from './picture-plan.ts';
import { decodePlainPng, parsePng } from './png.ts';
import { type GreyPicture, type RawPictures, rawPictures } from './raw-pictures.ts';
import type { DataNote, DecodedPicture, Reading, ReadingContext } from './reading.ts';

/** Pictures that are read and decoded side by side. */
const BATCH = 256;
/** Of more that are wrong, it is only said that there are more. */
const MOST_PROBLEMS = 8;
/** What is wrong with more than one picture: with the file that all of them lie in. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set<ProblemCode>(['bad-parquet', 'parquet-codec']);
/** Pixels that a picture may have before it is scaled down. */
const MOST_PIXELS = 40e6;
/** Pixels of the longer side that are kept: fewer where there are many pictures. */
const [SHORTEST, LONGEST] = [32, 112];

/**
 * Pictures in any format that a browser decodes, told by what they hold and not by their names. Those that are damaged
 * are left out and named.
 * @throws DataError that names the files to blame, the first of them, where that is most of them
 */
export async function readPictures(files: readonly FoundFile[], context: ReadingContext): Promise<Reading> {
  checkPlan(files);
  return { format: 'pictures', ...(await decodePictures(files, context)) };
}

/**
 * The same of pictures of which others say what they show.
 * @throws DataError as `readPictures`
 */
export async function decodePictures(
  files: readonly FoundFile[],
  context: ReadingContext,
): Promise<Omit<Reading, 'format' | 'raw'> & { readonly raw: RawPictures }> {
  const longest = sideFor(files.length);
  const pictures: ReadPicture[] = [];
  const problems: DataProblem[] = [];
  for (let from = 0; from < files.length; from += BATCH) {
    context.signal?.throwIfAborted();
    const batch = files.slice(from, from + BATCH);
    for (const outcome of await readBatch(batch, longest, context)) {
      if ('code' in outcome) problems.push(outcome);
      else pictures.push(outcome);
    }
    if (problems.length > MOST_PROBLEMS && problems.length > from + BATCH / 2) break;
    context.onRead(batch.reduce((bytes, { size }) => bytes + size, 0));
    await context.yieldToEventLoop();
  }
  if (problems.length > files.length / 2) throw new DataError(withMore(problems));
  const { file, source } = (files[0] as FoundFile).place;
  const place = { file, source };
  context.room.take(
    pictures.reduce((bytes, picture) => bytes + picture.brightness.length, 0),
    place,
  );
  const { raw, deep } = rawPictures(pictures);
  const onWhite = pictures.filter(({ isOnWhite }) => isOnWhite).length;
  const notes: DataNote[] = pictures.some(({ isColoured }) => isColoured) ? [{ code: 'brightness' }] : [];
  if (onWhite > 0) notes.push({ code: 'ground', found: `${onWhite}` });
  if (deep !== undefined) notes.push({ code: 'deep', found: `${deep}` });
  if (problems.length > 0) notes.push({ code: 'left-out', found: namesOf(problems) });
  return { raw, notes, place };
}

/** Before any is read. @throws DataError no-class, too-many-classes */
function checkPlan(files: readonly FoundFile[]): void {
  const plan = planPictures(files.map(({ path }) => path));
  if (!('code' in plan)) return;
  const { code } = plan;
  if (code === 'no-class') throw refusal(code, (files[plan.picture] as FoundFile).place);
  const { file, source } = (files[0] as FoundFile).place;
  const found = `${plan.names.length}: ${plan.names.slice(0, 12).join(', ')} …`;
  throw refusal(code, { file, source }, { found });
}

const sideFor = (count: number) =>
  Math.min(LONGEST, Math.max(SHORTEST, Math.floor(Math.sqrt(LIMITS.kept / 2 / count))));

const namesOf = (problems: readonly DataProblem[]) =>
  `${problems.length}: ${listOf(problems.map((problem) => placeName(problem)))}`;

interface ReadPicture extends GreyPicture {
  readonly isOnWhite: boolean;
  readonly isColoured: boolean;
}
type Outcome = ReadPicture | DataProblem;

async function readBatch(
  files: readonly FoundFile[],
  longest: number,
  { decode }: ReadingContext,
): Promise<Outcome[]> {
  const outcomes = await Promise.all(files.map((file) => readPicture(file, longest)));
  const undecoded = outcomes.flatMap((outcome, i) => ('bytes' in outcome ? [{ i, ...outcome }] : []));
  const decoded =
    undecoded.length > 0
      ? await decode(
          undecoded.map(({ bytes }) => bytes),
          longest,
        )
      : [];
  const byPosition = new Map(undecoded.map(({ i }, at) => [i, decoded[at]]));
  return outcomes.map((outcome, i): Outcome => {
    if (!('bytes' in outcome)) return outcome;
    const file = files[i] as FoundFile;
    const picture = byPosition.get(i);
    return picture ? greyOf(file, picture) : { code: 'bad-picture', ...file.place };
  });
}

function greyOf({ path }: FoundFile, { width, height, rgba }: DecodedPicture): Outcome {
  const grey = new Uint8Array(width * height);
  const opacity = new Uint8Array(width * height);
  let isColoured = false;
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const at = 4 * pixel;
    const [red, green, blue] = [rgba[at] as number, rgba[at + 1] as number, rgba[at + 2] as number];
    grey[pixel] = brightness(red, green, blue);
    isColoured ||= isColour(red, green, blue, 255);
    opacity[pixel] = rgba[at + 3] as number;
  }
  return { path, width, isColoured, ...onGround(grey, opacity) };
}

/** What only a browser can decode is given back as it is. */
type Undecoded = { readonly bytes: Uint8Array<ArrayBuffer> };

/** The size is read before anything is unpacked: a small file can claim a picture of gigabytes. */
async function readPicture(file: FoundFile, longest: number): Promise<Outcome | Undecoded> {
  try {
    checkSize(file.size, LIMITS.picture, file.place);
    const bytes = await file.read();
    const size = pictureSize(bytes);
    if (!size || size === 'unknown' || size.width * size.height === 0)
      throw refusal('bad-picture', file.place);
    const { width, height } = size;
    if (width * height > MOST_PIXELS) {
      throw refusal('picture-size', file.place, {
        found: `${width}×${height}`,
        wanted: `${MOST_PIXELS / 1e6}`,
      });
    }
    const png = Math.max(width, height) <= longest ? parsePng(bytes) : undefined;
    const pixels = png && (await decodePlainPng(png));
    if (!pixels) return { bytes };
    const { isColoured } = pixels;
    return { path: file.path, width, isColoured, ...onGround(pixels.brightness, pixels.opacity) };
  } catch (error) {
    const problem = error instanceof DataError ? error.problems[0] : undefined;
    if (!problem || OF_THE_WHOLE.has(problem.code)) throw error;
    return problem;
  }
}

function withMore(problems: readonly DataProblem[]): DataProblem[] {
  const shown = problems.slice(0, MOST_PROBLEMS);
  const [first] = shown;
  if (!first || shown.length === problems.length) return shown;
  return [...shown, { code: 'more', file: first.file, source: first.source }];
}
