import { formOf } from './csv/first-row.ts';
import { quotedFields } from './csv/quoted-fields.ts';
import { type FoundFile, stemOf } from './found-file.ts';
import { checkSize, LIMITS } from './given-file.ts';
import { unzipped } from './open-file.ts';
import { allOf } from './pieces.ts';
import type { ReadingContext } from './reading.ts';

/** What pictures show, by a table beside them: 'file,label', or 'id,label' with names without endings. */
export interface PictureTable {
  readonly file: FoundFile;
  /** Called after one of the parts. */
  readonly set: 'train' | 'test' | undefined;
  /** The label of each picture that stands in it, by its place among them. */
  readonly labels: ReadonlyMap<number, string>;
  /** Names in it of which there are no pictures. */
  readonly missing: readonly string[];
}

const LABEL = /^(labels?|class(es)?|targets?|y|digits?|categor(y|ies))$/i;
/** A name may stand there with so many of its folders. */
const MOST_PARTS = 4;
/** Fewer pictures are nothing to learn from. */
const FEWEST = 10;
/** More columns are pixels. */
const MOST_COLUMNS = 16;
/** Characters of a first row: as many paths, each as long as systems have them. */
const LONGEST_ROW = MOST_COLUMNS * 4096;
/** Rows between two turns of the event loop: some milliseconds. */
const PART = 10_000;

type Turns = Pick<ReadingContext, 'yieldToEventLoop' | 'signal'>;

/** @returns undefined where it says nothing of the pictures @throws DataError over-limit, bad-gzip */
export async function readPictureTable(
  file: FoundFile,
  placesOf: (name: string) => readonly number[],
  partOf: (picture: number) => 'train' | 'test' | undefined,
  turns: Turns,
): Promise<PictureTable | undefined> {
  const rows = await rowsOf(file, turns);
  if (!rows || rows.body.length === 0) return undefined;
  const name = stemOf(file.name);
  const isTest = /test|t10k/i.test(name);
  const set = /train/i.test(name) === isTest ? undefined : isTest ? 'test' : 'train';
  const pictureOf = remembered((text) => {
    const places = placesOf(text);
    // Both parts may count from 1.
    const own = places.length > 1 ? places.filter((place) => partOf(place) === set) : places;
    return own.length === 1 ? own[0] : undefined;
  });
  const columns = await columnsOf(rows, pictureOf, turns);
  if (!columns) return undefined;
  const labels = new Map<number, string>();
  const missing: string[] = [];
  for await (const part of inTurns(rows.body, turns)) {
    for (const row of part) {
      const [text = '', label = ''] = [row[columns.name], row[columns.label]];
      const picture = pictureOf(text);
      if (picture === undefined) missing.push(text);
      else if (label !== '') labels.set(picture, label);
    }
  }
  return labels.size > 0 ? { file, set, labels, missing } : undefined;
}

/** A name may stand in many rows, and mean one of many pictures. */
function remembered(pictureOf: (text: string) => number | undefined) {
  const known = new Map<string, number | undefined>();
  return (text: string): number | undefined => {
    if (!known.has(text)) known.set(text, pictureOf(text));
    return known.get(text);
  };
}

/** Which columns hold the names and the labels. @returns undefined where none holds names of pictures */
async function columnsOf(
  { header, body }: Rows,
  pictureOf: (text: string) => number | undefined,
  turns: Turns,
): Promise<{ readonly name: number; readonly label: number } | undefined> {
  const all = [...header.keys()];
  const known: number[] = [];
  const varieties: number[] = [];
  for (const column of all) {
    const texts = new Set<string>();
    for await (const part of inTurns(body, turns)) for (const row of part) texts.add(row[column] ?? '');
    varieties.push(texts.size);
    known.push(new Set([...texts].map(pictureOf)).size);
  }
  const name = known.indexOf(Math.max(...known));
  // Labels may be called as a few pictures are.
  if ((known[name] as number) <= FEWEST) return undefined;
  const others = all.filter((column) => column !== name);
  const variety = (column: number) => varieties[column] as number;
  const called = others.find((column) => LABEL.test(header[column] ?? ''));
  const label = called ?? others.sort((one, other) => variety(one) - variety(other))[0];
  return { name, label: label as number };
}

interface Rows {
  /** The first row, whether it names the columns or not. */
  readonly header: readonly string[];
  readonly body: readonly (readonly string[])[];
}

/** @returns undefined where it has too few or too many columns */
async function rowsOf(file: FoundFile, turns: Turns): Promise<Rows | undefined> {
  checkSize(file.size, LIMITS.picture, file.place);
  const bytes = (await allOf(unzipped(file), LIMITS.picture)) ?? new Uint8Array();
  const lines = new TextDecoder()
    .decode(bytes)
    .replaceAll('\r', '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const [first = '', second = ''] = lines;
  if (first.length > LONGEST_ROW) return undefined;
  const { separator, header: names } = formOf(first, second.slice(0, LONGEST_ROW));
  const header = quotedFields(first, separator);
  if (header.length < 2 || header.length > MOST_COLUMNS) return undefined;
  const body: (readonly string[])[] = [];
  for await (const part of inTurns(names ? lines.slice(1) : lines, turns)) {
    for (const line of part) body.push(quotedFields(line, separator).slice(0, MOST_COLUMNS));
  }
  return { header, body };
}

async function* inTurns<Row>(rows: readonly Row[], { yieldToEventLoop, signal }: Turns) {
  for (let from = 0; from < rows.length; from += PART) {
    signal?.throwIfAborted();
    yield rows.slice(from, from + PART);
    await yieldToEventLoop();
  }
}

/** Finds pictures by their names, with or without folders and the ending. */
export function pictureNames(pictures: readonly FoundFile[]): (name: string) => readonly number[] {
  const places = new Map<string, number[]>();
  for (const [place, { path }] of pictures.entries()) {
    const parts = path.split('/');
    for (let from = Math.max(0, parts.length - MOST_PARTS); from < parts.length; from++) {
      const name = parts.slice(from).join('/');
      for (const each of new Set([name, name.replace(/\.[^./]*$/, '')])) {
        const known = places.get(each);
        if (known) known.push(place);
        else places.set(each, [place]);
      }
    }
  }
  return (name) => places.get(name.replaceAll('\\', '/').replace(/^\.?\//, '')) ?? [];
}
