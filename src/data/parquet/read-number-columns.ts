import { type DataPlace, refusal } from '../dataset.ts';
import { checkSize, LIMITS } from '../given-file.ts';
import type { RawTable, ReadingContext } from '../reading.ts';
import type { ByteSource } from './byte-source.ts';
import type { Chunk } from './footer.ts';
import { malformed, refusing } from './malformed.ts';
import type { OpenParquet } from './open-parquet.ts';
import { PlacedValues } from './placed-values.ts';
import type { TablePlan } from './plan-columns.ts';
import { numberOf, readNumbers } from './read-numbers.ts';
import type { Leaf } from './schema.ts';

/** Values for a byte of the file: images of real things come to 16. */
const MOST_BY_BYTE = 256;

/** Where the columns of files lie in the table that is made of them: a list takes as many places as it has values. */
interface Form {
  readonly offsets: readonly number[];
  readonly names: readonly string[];
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
  const { names, columns } = form;
  return { name, set: first.set, place, header: names, rows, columns, kept: values.keep(context.room) };
}

async function formOf(
  { plan, footer, source, file }: OpenParquet<TablePlan>,
  context: ReadingContext,
): Promise<Form> {
  const { list } = plan;
  const [group] = footer.groups;
  const [leaf, chunk] = list === undefined ? [] : [footer.leaves[list], group?.chunks[list]];
  let listLength = 1;
  if (group && leaf && chunk) {
    listLength = chunk.count / group.rows;
    if (!Number.isInteger(listLength)) listLength = await firstLength(source, leaf, chunk, context);
    checkSize(listLength * footer.rows, LIMITS.kept, file.place);
  }
  const offsets: number[] = [];
  const names: string[] = [];
  for (const column of plan.columns) {
    const name = footer.leaves[column]?.path[0] ?? '';
    offsets.push(names.length);
    if (column === list) for (let i = 0; i < listLength; i++) names.push(`${name}[${i}]`);
    else names.push(name);
  }
  return { offsets, names, columns: names.length, listLength };
}

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
      const rows = new Rows(group.rows, column === plan.list ? form.listLength : 1, row, file.place);
      const take = (value: number | Uint8Array | undefined, isFirst: boolean) => {
        rows.step(isFirst);
        const at = (before + rows.row) * form.columns + offset + rows.place;
        values.put(at, numberOf(value, rows.row + 1, leaf, file.place));
      };
      await readNumbers(source, leaf, chunk, take, context);
      rows.end();
      if (rows.row < row + group.rows - 1) malformed(`less lists than ${group.rows} rows`);
      context.onRead(chunk.size);
    }
    row += group.rows;
  }
}

/** Goes through the values of a column in a group of rows, of which each row has as many. */
class Rows {
  /** In the file, and of the value in it; both from 0. */
  row: number;
  place: number;

  /** @param first - row of the group in the file */
  constructor(
    private readonly count: number,
    private readonly length: number,
    private readonly first: number,
    private readonly at: DataPlace,
  ) {
    this.row = first - 1;
    this.place = length - 1;
  }

  /** To the next value. @throws DataError csv-columns, Malformed */
  step(isFirst: boolean): void {
    if (!isFirst && this.place === this.length - 1) throw this.wrong(this.length + 1);
    if (!isFirst) {
      this.place++;
      return;
    }
    this.end();
    this.row++;
    this.place = 0;
    if (this.row === this.first + this.count) malformed(`more lists than ${this.count} rows`);
  }

  /** @throws DataError csv-columns */
  end(): void {
    if (this.place < this.length - 1) throw this.wrong(this.place + 1);
  }

  private wrong(found: number): Error {
    return refusal('csv-columns', this.at, {
      found: `${found} (row ${this.row + 1})`,
      wanted: `${this.length}`,
    });
  }
}
