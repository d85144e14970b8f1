import { refusal } from '../dataset.ts';
import { type FoundFile, stemOf } from '../found-file.ts';
import { unzipped } from '../open-file.ts';
import type { RawTable, Reading, ReadingContext } from '../reading.ts';
import { formOf, type TableForm } from './first-row.ts';
import { GrowingValues } from './growing-values.ts';
import { TableParser } from './table-parser.ts';

/** Bytes that a first row may have. */
const LONGEST_ROW = 2 ** 20;
/** Bytes between two turns of the event loop: some milliseconds. */
const PART = 2 ** 20;
/** Kaggle's example of what to send in: made-up labels. */
const EXAMPLE = /sample.?submission/i;

/**
 * Tables of numbers, a row an image: as they come, so that the text never lies in memory as a whole.
 * @throws DataError csv-value, csv-columns, csv-empty, over-limit, bad-gzip
 */
export async function readTables(files: readonly FoundFile[], context: ReadingContext): Promise<Reading> {
  const wanted = files.filter(({ name }) => !EXAMPLE.test(name));
  const tables: RawTable[] = [];
  for (const file of wanted) tables.push(await readTable(file, context));
  const [first] = tables;
  if (!first) throw refusal('csv-empty', (files[0] as FoundFile).place);
  const examples = files.filter((file) => !wanted.includes(file)).map(({ name }) => name);
  return {
    format: 'csv',
    raw: { kind: 'tables', tables },
    notes: examples.length > 0 ? [{ code: 'ignored', found: examples.join(', ') }] : [],
    place: first.place,
  };
}

async function readTable(file: FoundFile, context: ReadingContext): Promise<RawTable> {
  const { place, name } = file;
  const values = new GrowingValues(place);
  let start: Uint8Array = new Uint8Array();
  let parser: TableParser | undefined;
  let form: TableForm | undefined;
  for await (const piece of inParts(file, context)) {
    if (parser) {
      parser.feed(piece);
      continue;
    }
    start = joined(start, piece);
    const end = start.indexOf(10);
    if (end < 0 && start.length > LONGEST_ROW) throw refusal('csv-empty', place);
    if (end < 0) continue;
    form = formOf(new TextDecoder().decode(start.subarray(0, end)));
    parser = new TableParser(form, form.header ? 2 : 1, values, place);
    parser.feed(withoutMark(start.subarray(form.header ? end + 1 : 0)));
  }
  parser?.end();
  if (!form || !parser || parser.rows === 0) throw refusal('csv-empty', place);
  return {
    name,
    set: setByName(stemOf(name)),
    place,
    header: form.header,
    rows: parser.rows,
    columns: form.columns,
    kept: values.keep(context.room),
  };
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
