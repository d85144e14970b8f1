import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotedFields } from '../../../src/data/csv/quoted-fields';
import { pictureNames } from '../../../src/data/picture-table';
import { readFiles } from '../../../src/data/read-files';
import { pngOf } from '../../fixtures/make-png';
import { zipOf } from '../../fixtures/make-zip';
import { given, read } from './given';
import { problemsOf } from './small-mnist';

const square = (picture: number) =>
  Uint8Array.from({ length: 784 }, (_, i) => {
    const [row, column] = [Math.floor(i / 28) - 8 - (picture % 5), (i % 28) - 8 - (picture % 7)];
    return row >= 0 && row < 9 && column >= 0 && column < 9 ? 255 : 0;
  });
const COUNT = 60;
const all = Array.from({ length: COUNT }, (_, i) => i);
const pictures = (folder: string, count = COUNT) =>
  all.slice(0, count).map((i) => given(`${folder}/${i}.png`, pngOf(square(i))));
const table = (path: string, rows: readonly string[]) =>
  given(path, new TextEncoder().encode(rows.join('\r\n')));
const labelsIn = ({ dataset }: Awaited<ReturnType<typeof read>>) =>
  [...dataset.train.labels, ...dataset.test.labels].sort();

describe('pictures beside a table of their labels', () => {
  it.each([
    ['with file names', 'labels.csv', ['filename,label', ...all.map((i) => `${i}.png,${i % 10}`)]],
    ['with folders', 'set/train.csv', ['file;label', ...all.map((i) => `./images/${i}.png;${i % 10}`)]],
    ['with ids, as Kaggle’s', 'set/train.csv', ['id,label', ...all.map((i) => `${i},${i % 10}`)]],
    ['without a header, the label first', 'labels.csv', all.map((i) => `${i % 10},${i}.png`)],
    [
      'with more columns',
      'labels.csv',
      ['id,width,class,writer', ...all.map((i) => `${i},28,"${i % 10}","Doe, ${i % 3}"`)],
    ],
  ])('%s are labelled by it', async (_, path, rows) => {
    const found = await read([...pictures('set/images'), table(path, rows)]);
    expect(found.format).toBe('labelled-pictures');
    expect(found.notes).toEqual([{ code: 'labels-in-table', found: path }]);
    expect(labelsIn(found)).toEqual(all.map((i) => i % 10).sort());
    expect(found.testOneIn).toBe(7);
  });

  it('may show what words say, and what stands in one of them alone is named', async () => {
    const rows = [
      'file,label',
      ...all.slice(0, 50).map((i) => `${i}.png,${i % 2 ? 'ё' : 'cat'}`),
      '99.png,cat',
    ];
    const found = await read([...pictures('set'), table('labels.csv', rows)]);
    expect(found.folderNames?.slice(0, 2)).toEqual(['cat', 'ё']);
    expect(labelsIn(found)).toHaveLength(50);
    expect(found.notes.slice(1)).toEqual([
      { code: 'unlabelled', found: 'set/50.png, set/51.png, set/52.png, set/53.png, set/54.png … (10)' },
      { code: 'no-picture', found: '99.png' },
    ]);
  });

  it('are parted as their folders and tables are, in an archive too', async () => {
    const png = (folder: string, count: number) =>
      all
        .slice(0, count)
        .map((i): [string, Uint8Array<ArrayBuffer>] => [`${folder}/${i}.png`, pngOf(square(i))]);
    const csv = (count: number, shift: number) =>
      new TextEncoder().encode(
        ['id,label', ...all.slice(0, count).map((i) => `${i},${(i + shift) % 10}`)].join('\n'),
      );
    const zip = await zipOf([
      ...png('train', 40),
      ...png('test', 20),
      ['train.csv', csv(40, 0)],
      ['test.csv', csv(20, 1)],
      ['sample_submission.csv', csv(20, 0)],
    ]);
    const { dataset, notes } = await read([given('own.zip', zip)]);
    expect([dataset.train.labels.length, dataset.test.labels.length]).toEqual([40, 20]);
    expect([...dataset.test.labels.subarray(0, 3)]).toEqual([1, 2, 3]);
    expect(notes).toContainEqual({ code: 'ignored', found: 'sample_submission.csv' });
  });

  it('of too many classes, or of which it says nothing, are refused', async () => {
    const many = ['id,label', ...[...all.keys()].map((i) => `${i},n${i}`), '60,a', '61,b', '62,c'];
    const files = [...pictures('set'), ...[60, 61, 62].map((i) => given(`set/${i}.png`, pngOf(square(i))))];
    expect(await problemsOf(() => read([...files, table('labels.csv', many)]))).toMatchObject([
      { code: 'too-many-classes', file: 'labels.csv' },
    ]);
    const other = table('labels.csv', ['city,label', 'Lviv,1', 'Kyiv,2']);
    expect(await problemsOf(() => read([...files, other]))).toMatchObject([{ code: 'mixed' }]);
  });
});

describe('a table beside pictures that is not what it seems', () => {
  it.each([
    ['of one endless row', '1,'.repeat(2 ** 22)],
    ['of one endless row of numbers', '1 '.repeat(2 ** 22)],
    ['whose second row is endless', `file,label\n${'1,'.repeat(2 ** 21)}`],
  ])('%s, is passed over', async (_, text) => {
    const files = [...pictures('set', 12), table('labels.csv', [text])];
    expect(await problemsOf(() => read(files))).toMatchObject([{ code: 'mixed' }]);
  });

  it('is read in parts, between which it can be stopped', async () => {
    const stopped = new AbortController();
    const rows = ['file,label', ...Array.from({ length: 20_001 }, (_, i) => `${i % COUNT}.png,${i % 10}`)];
    const reading = readFiles([...pictures('set'), table('labels.csv', rows)], {
      decode: () => Promise.reject(new Error('there are no other pictures here')),
      yieldToEventLoop: async () => stopped.abort(new Error('stopped by a person')),
      signal: stopped.signal,
    });
    await expect(reading).rejects.toThrow('stopped by a person');
  });

  it('finds its pictures where very many are called alike', () => {
    const alike = Array.from({ length: 100_000 }, (_, i) => ({ path: `set/${i}/digit.png` }));
    const placesOf = pictureNames(alike as unknown as Parameters<typeof pictureNames>[0]);
    expect(placesOf('digit')).toHaveLength(alike.length);
    expect(placesOf('99/digit.png')).toEqual([99]);
  });
});

describe('the fields of a row', () => {
  it('end at separators after which the quotes are even', () => {
    const part = fc.constantFrom(',', ';', '"', '""', ' ', 'a', '5" wide', '"a,b"', '\t');
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 30 }),
        fc.constantFrom(',', ';', '\t', ' '),
        (parts, separator) => {
          const row = parts.join('');
          const slowly = row.split(new RegExp(`${separator}(?=(?:[^"]*"[^"]*")*[^"]*$)`));
          expect(quotedFields(row, separator)).toEqual(
            slowly.map((field) => field.trim().replace(/^"(.*)"$/, '$1')),
          );
        },
      ),
    );
  });
});
