import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { given, read, saidOf } from './given';
import { problemsOf } from './small-mnist';

const text = (rows: readonly string[]) => new TextEncoder().encode(rows.join('\n'));
const pixels = (row: number) =>
  Array.from({ length: 784 }, (_, i) => (i > 200 && i % 7 ? (row + i) % 200 : 0));
const row = (label: string, at: number) => [label, ...pixels(at)].join(',');
const rowsOf = (labels: readonly string[], count = 60) =>
  Array.from({ length: count }, (_, at) => row(labels[at % labels.length] as string, at));
const readRows = (rows: readonly string[], name = 'own.csv') => read([given(name, text(rows))]);
const fixture = async (name: string) =>
  given(name, new Uint8Array(await readFile(new URL(`../../fixtures/files/${name}`, import.meta.url))));

describe('labels of a table that are words', () => {
  it('are classes, numbers where they are number words, and damaged rows beside them are left out', async () => {
    const found = await read([await fixture('words.csv.gz')]);
    const plain = await read([await fixture('train.csv.gz')]);
    expect(saidOf(found)).toContain('column-words');
    expect([found.naming, found.notes]).toEqual([
      'digits',
      [{ code: 'rows-left-out', found: '2: 61, 62', first: '“” (row 61, column 2)' }],
    ]);
    expect(found.dataset.train).toEqual(plain.dataset.train);
  });

  it('are ordered by name, with or without a header, in quotes and in any script', async () => {
    const labels = ['fox', '"big, old ape"', 'Жук'];
    for (const header of [[], [['label', ...pixels(0).map((_, i) => `pixel${i}`)].join(',')]]) {
      const { folderNames, naming } = await readRows([...header, ...rowsOf(labels)]);
      expect([naming, folderNames?.slice(0, 3)]).toEqual(['folders', ['big, old ape', 'fox', 'Жук']]);
    }
  });

  it('may be digits and letters, of which the letters come late, beside a header of counted columns', async () => {
    const labels = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const header = ['', ...pixels(0).map((_, i) => i)].join(',');
    const sorted = rowsOf(labels, 360).sort();
    const { classes, folderNames, dataset } = await readRows([header, ...sorted]);
    expect([classes, folderNames]).toEqual([36, labels]);
    expect(new Set(dataset.test.labels).size).toBe(36);
  });

  it('stand in a table of their own, beside names of files that are none', async () => {
    const images = given('x_train.csv', text(Array.from({ length: 60 }, (_, at) => pixels(at).join(','))));
    const words = Array.from({ length: 60 }, (_, at) => (at % 2 ? 'dog' : 'cat'));
    const labels = given('y_train.csv', text(words));
    expect((await read([images, labels])).folderNames?.slice(0, 2)).toEqual(['cat', 'dog']);
    const named = words.map((word, at) => [`image ${at}.png`, word, ...pixels(at)].join(','));
    const found = await readRows(named);
    expect(found.guesses[0]).toMatchObject({ value: 'second', because: 'column-words' });
  });

  it('are refused where they are too many', async () => {
    const many = Array.from({ length: 70 }, (_, at) => row(`n${at}`, at));
    const header = ['label', ...pixels(0).map((_, i) => `pixel${i}`)].join(',');
    expect(await problemsOf(() => readRows([header, ...many]))).toMatchObject([{ code: 'too-many-classes' }]);
  });
});

describe('damaged rows of a table', () => {
  const sound = rowsOf([...'0123456789']);
  const spoilt = (at: number, by: string) => sound.with(at, by);

  it.each([
    ['of another length', [...sound, '1,2,3'], '1: 61', '3 columns (row 61)'],
    ['with a word for a label', spoilt(7, row('x', 7)), '1: 8', '“x” (row 8, column 1)'],
    [
      'with a word for a pixel',
      spoilt(7, `7,${'a'.repeat(99)},${pixels(7).slice(1)}`),
      '1: 8',
      `“${'a'.repeat(64)}” (row 8, column 2)`,
    ],
    ['with no value', spoilt(7, `7,,${pixels(7).slice(1)}`), '1: 8', '“” (row 8, column 2)'],
  ])('%s are left out, counted and named', async (_, rows, found, first) => {
    const { dataset, notes } = await readRows(rows);
    expect(dataset.train.labels.length + dataset.test.labels.length).toBe(rows.length - 1);
    expect(notes).toEqual([{ code: 'rows-left-out', found, first }]);
  });

  it('that are more than a twentieth are a damaged table, whose first such row is named', async () => {
    const rows = sound.map((each, at) => (at % 15 === 7 ? each.slice(2) : each));
    expect(await problemsOf(() => readRows(rows))).toMatchObject([
      { code: 'csv-columns', file: 'own.csv', found: '784 (row 8)', wanted: '785' },
    ]);
    const words = sound.map((each, at) => (at % 15 === 7 ? each.replace(/,\d+,/, ',a,') : each));
    expect(await problemsOf(() => readRows(words))).toMatchObject([
      { code: 'csv-value', found: '“a” (row 8, column 2)' },
    ]);
  });
});
