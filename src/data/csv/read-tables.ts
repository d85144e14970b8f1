import { type DataPlace, refusal } from '../dataset.ts';
import { type FoundFile, stemOf } from '../found-file.ts';
import { unzipped } from '../open-file.ts';
import type { DataNote, RawTable, Reading, ReadingContext } from '../reading.ts';
import { DamagedRows, MOST_DAMAGED, wrongValue } from './damaged-rows.ts';
import { formOf, type TableForm } from './first-row.ts';
import { GrowingValues } from './growing-values.ts';
import { TableParser } from './table-parser.ts';
import { TextColumns } from './text-columns.ts';

/** Bytes that a first row may have. */
const LONGEST_ROW = 2 ** 20;
/** Bytes between two turns of the event loop: some milliseconds. */
const PART = 2 ** 20;
/** Kaggle's example of what to send in: made-up labels. */
const EXAMPLE = /sample.?submission/i;

/**
 * Tables of numbers, a row an image: as they come, so that the text never lies in memory as a whole. Labels may be words.
 * @throws DataError csv-value, csv-columns, csv-empty, over-limit, bad-gzip
 */
export async function readTables(files: readonly FoundFile[], context: ReadingContext): Promise<Reading> {
  const wanted = files.filter(({ name }) => !EXAMPLE.test(name));
  const read: TableRead[] = [];
  for (const file of wanted) read.push(await readTable(file, context));
  const tables = read.map(({ table }) => table);
  const [first] = tables;
  if (!first) throw refusal('csv-empty', (files[0] as FoundFile).place);
  const examples = files.filter((file) => !wanted.includes(file)).map(({ name }) => name);
  return {
    format: 'csv',
    raw: { kind: 'tables', tables },
    notes: [
      ...damageNote(read),
      ...(examples.length > 0 ? [{ code: 'ignored' as const, found: examples.join(', ') }] : []),
    ],
    place: first.place,
  };
}

async function readTable(file: FoundFile, context: ReadingContext): Promise<TableRead> {
  const { place, name } = file;
  const values = new GrowingValues(place);
  const damaged = new DamagedRows();
  let start: Uint8Array = new Uint8Array();
  let begun: Begun | undefined;
  for await (const piece of inParts(file, context)) {
    if (begun) {
      begun.parser.feed(piece);
      continue;
    }
    start = joined(start, piece);
    const first = start.indexOf(10);
    if (first < 0 && start.length > LONGEST_ROW) throw refusal('csv-empty', place);
    // By the second row it is told what the first one is.
    if (first < 0 || (start.indexOf(10, first + 1) < 0 && start.length < LONGEST_ROW)) continue;
    begun = begin(start, first, { values, damaged, place });
  }
  const first = start.indexOf(10);
  if (!begun && first >= 0) begun = begin(start, first, { values, damaged, place });
  if (!begun) throw refusal('csv-empty', place);
  const { form, texts, parser } = begun;
  parser.end();
  const strays = texts.strays(parser.rows, MOST_DAMAGED);
  for (const { line, column, text } of strays) damaged.add(line, wrongValue(text, line, column, place));
  const out = new Set(strays.map(({ row }) => row));
  damaged.check(parser.rows - out.size);
  const rows = Array.from({ length: parser.rows }, (_, row) => row).filter((row) => !out.has(row));
  if (rows.length === 0) throw refusal('csv-empty', place);
  const { columns, header } = form;
  const words = texts.texts(rows, (row, column) => values.at(row * columns + column));
  values.dropRows(out, columns);
  const table: RawTable = {
    ...{ name, set: setByName(stemOf(name)), place, header, columns },
    rows: rows.length,
    kept: values.keep(context.room),
    ...(words.size > 0 && { texts: words }),
  };
  return { table, damaged };
}

interface TableRead {
  readonly table: RawTable;
  readonly damaged: DamagedRows;
}

interface Begun {
  readonly form: TableForm;
  readonly texts: TextColumns;
  readonly parser: TableParser;
}

/** @param end - of the first row in it */
function begin(
  start: Uint8Array,
  end: number,
  parts: { readonly values: GrowingValues; readonly damaged: DamagedRows; readonly place: DataPlace },
): Begun {
  const second = start.indexOf(10, end + 1);
  const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const next = start.subarray(end + 1, second < 0 ? start.length : second);
  const form = formOf(textOf(start.subarray(0, end)), textOf(next));
  const texts = new TextColumns(form.columns);
  const parser = new TableParser({ ...parts, form, texts, firstRow: form.header ? 2 : 1 });
  parser.feed(withoutMark(start.subarray(form.header ? end + 1 : 0)));
  return { form, texts, parser };
}

/** What was left out, of each table where there are several. */
function damageNote(tables: readonly TableRead[]): DataNote[] {
  const said = tables.flatMap(({ table, damaged }) => {
    const own = damaged.said;
    return own ? [{ ...own, found: tables.length > 1 ? `${table.name} ${own.found}` : own.found }] : [];
  });
  const [first] = said;
  if (!first) return [];
  return [{ code: 'rows-left-out', found: said.map(({ found }) => found).join('; '), first: first.first }];
}

async function* inParts(file: FoundFile, { yieldToEventLoop, onRead, signal }: ReadingContext) {
  let read = 0;
  const counted: FoundFile = {
    ...file,
    async *stream() {
      for await (const piece of file.stream()) {
        read += piece.length;
        yield piece;
      }
    },
  };
  for await (const piece of unzipped(counted)) {
    for (let from = 0; from < piece.length; from += PART) {
      signal?.throwIfAborted();
      yield piece.subarray(from, from + PART);
      await yieldToEventLoop();
    }
    onRead(read);
    read = 0;
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** Some programs begin a text with a mark for its encoding. */
const withoutMark = (bytes: Uint8Array) =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

function setByName(name: string): 'train' | 'test' | undefined {
  const train = /train/i.test(name);
  const test = /test|t10k/i.test(name);
  return train === test ? undefined : train ? 'train' : 'test';
}
