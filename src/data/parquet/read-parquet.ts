import { placeName, refusal } from '../dataset.ts';
import { type FoundFile, listOf } from '../found-file.ts';
import type { DataNote, RawTable, Reading, ReadingContext } from '../reading.ts';
import { type OpenParquet, openParquet } from './open-parquet.ts';
import type { PicturePlan, TablePlan } from './plan-columns.ts';
import { readNumberColumns } from './read-number-columns.ts';
import { readPictureColumns } from './read-picture-columns.ts';
import { wholeOf } from './set-by-path.ts';

/**
 * Parquet files: of pictures with their labels, as Hugging Face keeps them, of a number a column, or of lists of pixels.
 * What belongs to one part of a data set is one, as many files as it lies in.
 * @throws DataError bad-parquet, parquet-codec, parquet-columns, encrypted, mixed, csv-value, csv-columns, no-labels,
 * over-limit, unreadable, and of pictures
 */
export async function readParquet(files: readonly FoundFile[], context: ReadingContext): Promise<Reading> {
  const sorted = [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
  const opened: OpenParquet[] = [];
  const doubles: string[] = [];
  for (const file of sorted) {
    context.signal?.throwIfAborted();
    const own = await openParquet(file);
    if (await isAmong(opened, own)) doubles.push(placeName(file.place));
    else opened.push(own);
  }
  const reading = await readOpened(opened, context);
  const notes: DataNote[] = doubles.length > 0 ? [{ code: 'doubles', found: listOf(doubles) }] : [];
  return { ...reading, notes: [...reading.notes, ...notes] };
}

/** Downloaded twice, as browsers then write '(1)' behind the name. */
async function isAmong(opened: readonly OpenParquet[], { source }: OpenParquet): Promise<boolean> {
  for (const other of opened) if (await source.isSameAs(other.source)) return true;
  return false;
}

async function readOpened(opened: readonly OpenParquet[], context: ReadingContext): Promise<Reading> {
  const pictures = opened.filter((file): file is OpenParquet<PicturePlan> => file.plan.kind === 'pictures');
  const tables = opened.filter((file): file is OpenParquet<TablePlan> => file.plan.kind === 'table');
  const [picture, table] = [pictures[0], tables[0]];
  if (picture && table) {
    const found = [picture, table].map(({ file }) => placeName(file.place)).join(', ');
    throw refusal('mixed', table.file.place, { found });
  }
  if (picture) return readPictureColumns(pictures, context);
  const read: RawTable[] = [];
  for (const whole of wholes(tables)) read.push(await readNumberColumns(whole, context));
  const { place } = (opened[0] as OpenParquet).file;
  return { format: 'parquet', raw: { kind: 'tables', tables: read }, notes: [], place };
}

/** Files that are one table: of one part of the data, or by their names, and with the same columns. */
function wholes(files: readonly OpenParquet<TablePlan>[]): OpenParquet<TablePlan>[][] {
  const byKey = new Map<string, OpenParquet<TablePlan>[]>();
  for (const file of files) {
    const { footer, plan, set } = file;
    const columns = plan.columns.map((column) => footer.leaves[column]?.path[0]);
    const key = JSON.stringify([set ?? wholeOf(file.file.path), ...columns]);
    const alike = byKey.get(key);
    if (alike) alike.push(file);
    else byKey.set(key, [file]);
  }
  return [...byKey.values()];
}
