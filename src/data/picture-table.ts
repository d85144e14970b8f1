import { formOf } from './csv/first-row.ts';
import { type FoundFile, stemOf } from './found-file.ts';
import { checkSize, LIMITS } from './given-file.ts';
import { unzipped } from './open-file.ts';
import { allOf } from './pieces.ts';

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

/** @returns undefined where it says nothing of the pictures @throws DataError over-limit, bad-gzip */
export async function readPictureTable(
  file: FoundFile,
  placesOf: (name: string) => readonly number[],
  partOf: (picture: number) => 'train' | 'test' | undefined,
): Promise<PictureTable | undefined> {
  const rows = await rowsOf(file);
  const [columns = 0, body] = [rows.header.length, rows.body];
  if (columns < 2 || columns > MOST_COLUMNS || body.length === 0) return undefined;
  const name = stemOf(file.name);
  const isTest = /test|t10k/i.test(name);
  const set = /train/i.test(name) === isTest ? undefined : isTest ? 'test' : 'train';
  const pictureOf = (text: string) => {
    const places = placesOf(text);
    // Both parts may count from 1.
    const own = places.length > 1 ? places.filter((place) => partOf(place) === set) : places;
    return own.length === 1 ? own[0] : undefined;
  };
  const all = Array.from({ length: columns }, (_, column) => column);
  const known = all.map((column) => new Set(body.map((row) => pictureOf(row[column] ?? ''))).size);
  const nameColumn = known.indexOf(Math.max(...known));
  // Labels may be called as a few pictures are.
  if ((known[nameColumn] as number) <= FEWEST) return undefined;
  const others = all.filter((column) => column !== nameColumn);
  const variety = (column: number) => new Set(body.map((row) => row[column] ?? '')).size;
  const called = others.find((column) => LABEL.test(rows.header[column] ?? ''));
  const labelColumn = called ?? others.sort((one, other) => variety(one) - variety(other))[0];
  const labels = new Map<number, string>();
  const missing: string[] = [];
  for (const row of body) {
    const [text = '', label = ''] = [row[nameColumn], row[labelColumn as number]];
    const picture = pictureOf(text);
    if (picture === undefined) missing.push(text);
    else if (label !== '') labels.set(picture, label);
  }
  return labels.size > 0 ? { file, set, labels, missing } : undefined;
}

/** @returns header - the first row, whether it names the columns or not */
async function rowsOf(file: FoundFile) {
  checkSize(file.size, LIMITS.picture, file.place);
  const bytes = (await allOf(unzipped(file), LIMITS.picture)) ?? new Uint8Array();
  const lines = new TextDecoder()
    .decode(bytes)
    .replaceAll('\r', '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const [first = '', second = ''] = lines;
  const { separator, header } = formOf(first, second);
  const rows = lines.map((line) => fieldsOf(line, separator));
  return { header: rows[0] ?? [], body: header ? rows.slice(1) : rows };
}

/** A separator in quotes parts nothing. */
const fieldsOf = (line: string, separator: string): readonly string[] =>
  line
    .replace(/^\ufeff/, '')
    .split(new RegExp(`${separator}(?=(?:[^"]*"[^"]*")*[^"]*$)`))
    .map((field) => field.trim().replace(/^"(.*)"$/, '$1'));

/** Finds pictures by their names, with or without folders and the ending. */
export function pictureNames(pictures: readonly FoundFile[]): (name: string) => readonly number[] {
  const places = new Map<string, number[]>();
  for (const [place, { path }] of pictures.entries()) {
    const parts = path.split('/');
    for (let from = Math.max(0, parts.length - MOST_PARTS); from < parts.length; from++) {
      const name = parts.slice(from).join('/');
      for (const each of new Set([name, name.replace(/\.[^./]*$/, '')]))
        places.set(each, [...(places.get(each) ?? []), place]);
    }
  }
  return (name) => places.get(name.replaceAll('\\', '/').replace(/^\.?\//, '')) ?? [];
}
