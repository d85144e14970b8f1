import { CLASS_LIMITS, INPUT_SIZE } from '../../model/input.ts';
import { refusal } from '../dataset.ts';
import { type FoundFile, listOf } from '../found-file.ts';
import { checkSize, LIMITS } from '../given-file.ts';
import { numberOf as digitOf } from '../number-words.ts';
import type { ShownPictures } from '../raw-pictures.ts';
import { decodePictures } from '../read-pictures.ts';
import type { DataNote, Reading, ReadingContext } from '../reading.ts';
import type { Chunk } from './footer.ts';
import { malformed, refusing } from './malformed.ts';
import type { OpenParquet } from './open-parquet.ts';
import { picturesIn } from './picture-column.ts';
import type { PicturePlan } from './plan-columns.ts';
import { numberOf, readNumbers } from './read-numbers.ts';

/** What Hugging Face writes for a label that is not told. */
const UNTOLD = -1;

/**
 * Files with a column of pictures, as pictures: those that are damaged or missing are left out and named.
 * @throws DataError no-labels, csv-value, bad-parquet, parquet-codec, over-limit, and as `decodePictures`
 */
export async function readPictureColumns(
  files: readonly OpenParquet<PicturePlan>[],
  context: ReadingContext,
): Promise<Reading> {
  const pictures: FoundFile[] = [];
  const labels: number[] = [];
  const isTest: number[] = [];
  const unlabelled: string[] = [];
  for (const file of files) {
    checkCount(file, labels.length);
    const own = await labelsOf(file, context);
    if (!own) {
      unlabelled.push(file.file.name);
      continue;
    }
    for (const picture of picturesIn(file, labels.length, context)) pictures.push(picture);
    for (const label of own) {
      labels.push(label);
      isTest.push(file.set === 'test' ? 1 : 0);
    }
  }
  const [first] = files as [OpenParquet<PicturePlan>];
  if (pictures.length === 0) throw refusal('no-labels', first.file.place);
  const { raw, notes, place } = await decodePictures(pictures, context);
  const read = raw.paths.map(Number);
  const parts = Uint8Array.from(read, (picture) => isTest[picture] as number);
  const shown: ShownPictures = {
    labels: Int32Array.from(read, (picture) => labels[picture] as number),
    isTest: parts.includes(0) && parts.includes(1) ? parts : undefined,
    folderNames: namesIn(files, labels),
  };
  const more: DataNote[] = unlabelled.length > 0 ? [{ code: 'unlabelled', found: listOf(unlabelled) }] : [];
  return { format: 'parquet', raw: { ...raw, shown }, notes: [...notes, ...more], place };
}

/** Before anything is made for each. @param before - of the files in front of it @throws DataError */
function checkCount({ file, source, footer }: OpenParquet, before: number): void {
  checkSize((before + footer.rows) * INPUT_SIZE, LIMITS.kept, file.place);
  if (footer.rows <= source.size) return;
  throw refusal('bad-parquet', file.place, { found: `${footer.rows} rows in ${source.size} bytes` });
}

/** Whole numbers, one a row; undefined where they are not told. */
async function labelsOf(
  { file, source, footer, plan }: OpenParquet<PicturePlan>,
  context: ReadingContext,
): Promise<number[] | undefined> {
  const { label } = plan;
  if (label === undefined) return undefined;
  const leaf = footer.leaves[label] ?? malformed('columns are missing');
  const labels: number[] = [];
  const take = (value: number | Uint8Array | undefined) => {
    const row = labels.length + 1;
    const number = numberOf(value, row, leaf, file.place);
    if (!Number.isInteger(number)) {
      throw refusal('csv-value', file.place, { found: `${number} (row ${row}, column ${leaf.path[0]})` });
    }
    labels.push(number);
  };
  await refusing(file.place, async () => {
    for (const { chunks } of footer.groups) {
      const chunk = chunks[label] as Chunk;
      await readNumbers(source, leaf, chunk, take, context);
      context.onRead(chunk.size);
    }
  });
  return labels.every((each) => each === UNTOLD) ? undefined : labels;
}

/** Of classes that are no digits, as many as there can be, and one for each label. */
function namesIn(
  files: readonly OpenParquet<PicturePlan>[],
  labels: readonly number[],
): readonly string[] | undefined {
  for (const { footer, plan } of files) {
    const column = footer.leaves[plan.label ?? -1]?.path[0];
    const names = column === undefined ? undefined : footer.classNames.get(column);
    if (!names || names.length > CLASS_LIMITS[1] || names.every((name, i) => digitOf(name) === i)) continue;
    if (labels.every((label) => label >= 0 && label < names.length)) return names;
  }
  return undefined;
}
