import { refusal } from './dataset.ts';
import { type FoundFile, listOf } from './found-file.ts';
import { labelsOfNames } from './picture-plan.ts';
import { type PictureTable, pictureNames, readPictureTable } from './picture-table.ts';
import type { ShownPictures } from './raw-pictures.ts';
import { decodePictures } from './read-pictures.ts';
import type { DataNote, Reading, ReadingContext } from './reading.ts';

const TEST = /(^|\/)(test(ing)?|t10k)[^/]*\//i;
const TRAIN = /(^|\/)train[^/]*\//i;

/**
 * Pictures of which tables beside them say what they show, as Kaggle's competitions have them.
 * @returns undefined where no table does
 * @throws DataError too-many-classes, and as `decodePictures`
 */
export async function readLabelledPictures(
  pictures: readonly FoundFile[],
  tables: readonly FoundFile[],
  context: ReadingContext,
): Promise<Reading | undefined> {
  const placesOf = pictureNames(pictures);
  const partOf = (picture: number) => {
    const { path } = pictures[picture] as FoundFile;
    return TEST.test(path) ? 'test' : TRAIN.test(path) ? 'train' : undefined;
  };
  const read: PictureTable[] = [];
  const others: string[] = [];
  for (const table of tables) {
    const own = /sample.?submission/i.test(table.name)
      ? undefined
      : await readPictureTable(table, placesOf, partOf, context);
    if (own) read.push(own);
    else others.push(table.path);
  }
  const [first] = read;
  if (!first) return undefined;
  const told = new Map<string, { readonly label: string; readonly isTest: boolean }>();
  for (const { labels, set } of read) {
    for (const [picture, label] of labels) {
      told.set((pictures[picture] as FoundFile).path, { label, isTest: (set ?? partOf(picture)) === 'test' });
    }
  }
  const all = [...told.values()].map(({ label }) => label);
  const named = labelsOfNames(all);
  if ('code' in named) {
    throw refusal(named.code, first.file.place, { found: `${named.names.length}: ${listOf(named.names)}` });
  }
  const labelOf = new Map(all.map((label, i) => [label, named.labels[i] as number]));
  const wanted = pictures.filter(({ path }) => told.has(path));
  const { raw, notes, place } = await decodePictures(wanted, context);
  const own = raw.paths.map((path) => told.get(path));
  const isTest = Uint8Array.from(own, (each) => (each?.isTest ? 1 : 0));
  const shown: ShownPictures = {
    labels: Int32Array.from(own, (each) => labelOf.get(each?.label ?? '') ?? 0),
    isTest: isTest.includes(0) && isTest.includes(1) ? isTest : undefined,
    folderNames: named.folderNames,
  };
  const said: DataNote[] = [{ code: 'labels-in-table', found: listOf(read.map(({ file }) => file.path)) }];
  const unlabelled = pictures.filter(({ path }) => !told.has(path)).map(({ path }) => path);
  if (unlabelled.length > 0) said.push({ code: 'unlabelled', found: listOf(unlabelled) });
  const missing = read.flatMap((table) => table.missing);
  if (missing.length > 0) said.push({ code: 'no-picture', found: listOf(missing) });
  if (others.length > 0) said.push({ code: 'ignored', found: listOf(others) });
  return { format: 'labelled-pictures', raw: { ...raw, shown }, notes: [...said, ...notes], place };
}
