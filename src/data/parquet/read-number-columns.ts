import { refusal } from '../dataset.ts';
import { checkSize, LIMITS } from '../given-file.ts';
import type { RawTable, ReadingContext } from '../reading.ts';
import type { ByteSource } from './byte-source.ts';
import { type Chunk, MOST_BY_BYTE } from './footer.ts';
import { ListRows } from './list-rows.ts';
import { malformed, refusing } from './malformed.ts';
import type { OpenParquet } from './open-parquet.ts';
import { PlacedValues } from './placed-values.ts';
import type { TablePlan } from './plan-columns.ts';
import { numberOf, readNumbers } from './read-numbers.ts';
import type { Leaf } from './schema.ts';

/** Where the columns of files lie in the table that is made of them: a list takes as many places as it has values. */
interface Form {
  readonly offsets: readonly number[];
  readonly columns: number;
  readonly listLength: number;
}

/**
 * Files with the same columns as one table, a row an image.
 * @throws DataError csv-value, csv-columns, bad-parquet, parquet-codec, over-limit, unreadable
 */
export async function readNumberColumns(
  files: readonly OpenParquet<TablePlan>[],
  context: ReadingContext,
): Promise<RawTable> {
  const [first] = files as [OpenParquet<TablePlan>];
  const { place, name } = first.file;
  const form = await refusing(place, () => formOf(first, context));
  const rows = files.reduce((sum, { footer }) => sum + footer.rows, 0);
  const count = rows * form.columns;
  // Both before anything of that size is made.
  checkSize(count, LIMITS.kept, place);
  const bytes = files.reduce((sum, { source }) => sum + source.size, 0);
  if (count > MOST_BY_BYTE * bytes)
    throw refusal('bad-parquet', place, { found: `${count} values in ${bytes} bytes` });
  const values = new PlacedValues(count, place);
  let before = 0;
  for (const file of files) {
    const start = before;
    await refusing(file.file.place, () => readFile(file, form, values, start, context));
    before += file.footer.rows;
  }
  const { columns } = form;
  const kept = values.keep(context.room);
  return { name, set: first.set, place, header: headerOf(first, form), rows, columns, kept };
}

async function formOf(
  { plan, footer, source }: OpenParquet<TablePlan>,
  context: ReadingContext,
): Promise<Form> {
  const { list } = plan;
  const [group] = footer.groups;
  const [leaf, chunk] = list === undefined ? [] : [footer.leaves[list], group?.chunks[list]];
  let listLength = 1;
  if (group && leaf && chunk) {
    listLength = chunk.count / group.rows;
    if (!Number.isInteger(listLength)) listLength = await firstLength(source, leaf, chunk, context);
  }
  let columns = 0;
  const offsets = plan.columns.map((column) => {
    columns += column === list ? listLength : 1;
    return columns - (column === list ? listLength : 1);
  });
  return { offsets, columns, listLength };
}

/** A name for each value of a row: of lists all the same. */
const headerOf = ({ plan, footer }: OpenParquet<TablePlan>, { listLength }: Form): string[] =>
  plan.columns.flatMap((column) => {
    const name = footer.leaves[column]?.path[0] ?? '';
    return column === plan.list ? Array.from({ length: listLength }, () => name) : [name];
  });

/** Of lists that are not of one length: the first that has another is refused then. @throws as `readColumn` */
async function firstLength(
  source: ByteSource,
  leaf: Leaf,
  chunk: Chunk,
  context: ReadingContext,
): Promise<number> {
  let [rows, length] = [0, 0];
  const take = (_: unknown, isFirst: boolean) => {
    if (isFirst) rows++;
    if (rows === 1) length++;
  };
  await readNumbers(source, leaf, chunk, take, context);
  return Math.max(1, length);
}

/** @param before - rows of the files in front of it */
async function readFile(
  { file, source, footer, plan }: OpenParquet<TablePlan>,
  form: Form,
  values: PlacedValues,
  before: number,
  context: ReadingContext,
): Promise<void> {
  let row = 0;
  for (const group of footer.groups) {
    for (const [i, column] of plan.columns.entries()) {
      const leaf = footer.leaves[column] ?? malformed('columns are missing');
      const offset = form.offsets[i] ?? malformed('columns are missing');
      const chunk = group.chunks[column] as Chunk;
      const rows = new ListRows(group.rows, column === plan.list ? form.listLength : 1, row, file.place);
      const take = (value: number | Uint8Array | undefined, isFirst: boolean) => {
        rows.step(isFirst);
        const at = (before + rows.row) * form.columns + offset + rows.place;
        values.put(at, numberOf(value, rows.row + 1, leaf, file.place));
      };
      await readNumbers(source, leaf, chunk, take, context);
      rows.end();
      context.onRead(chunk.size);
    }
    row += group.rows;
  }
}
