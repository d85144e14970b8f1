import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { given, read } from './given';
import { problemsOf } from './small-mnist';

/* Files that tests/fixtures/files/make-parquet.py makes. */

const bytesOf = async (name: string) =>
  new Uint8Array(await readFile(new URL(`../../fixtures/files/${name}`, import.meta.url)));
const readNamed = async (...names: readonly string[]) =>
  read(await Promise.all(names.map(async (name) => given(name, await bytesOf(name)))));

const TEST = 'test-00000-of-00001.parquet';

describe('what can not be used is refused by name and reason:', () => {
  it.each([
    ['a missing image', 'refused-row.parquet', { code: 'csv-value', found: 'null (row 3, column image)' }],
    ['a missing pixel', 'refused-value.parquet', { code: 'csv-value', found: 'null (row 3, column image)' }],
    ['a missing label', 'refused-label.parquet', { code: 'csv-value', found: 'null (row 5, column label)' }],
    [
      'images of other sizes',
      'refused-lengths.parquet',
      { code: 'csv-columns', found: '782 (row 3)', wanted: '784' },
    ],
    ['labels that are all untold', 'pictures-untold.parquet', { code: 'no-labels' }],
    ['columns of words and dates', 'refused-words.parquet', { code: 'parquet-columns', found: 'text, when' }],
    ['a compression that is not read', 'refused-lz4.parquet', { code: 'parquet-codec', found: 'LZ4' }],
  ])('%s', async (_, name, problem) => {
    expect(await problemsOf(() => readNamed(name))).toMatchObject([{ file: name, ...problem }]);
  });

  it('pictures and tables together', async () => {
    expect(await problemsOf(() => readNamed('table.parquet', TEST))).toMatchObject([
      { code: 'mixed', found: `${TEST}, table.parquet` },
    ]);
    expect(await problemsOf(() => readNamed('table.parquet', 'plain.npz'))).toMatchObject([
      { code: 'mixed' },
    ]);
  });

  it('pictures of which a part is damaged as a Parquet file', async () => {
    const bytes = await bytesOf('train-00000-of-00002.parquet');
    // Far behind the labels of the first group of rows, in the pictures of another.
    bytes.fill(255, 5000, 5200);
    expect(await problemsOf(() => read([given('train.parquet', bytes)]))).toMatchObject([
      { code: 'bad-parquet', file: 'train.parquet' },
    ]);
  });

  it('a file that was cut short', async () => {
    const bytes = await bytesOf('table.parquet');
    const [problem] = await problemsOf(() => read([given('a.parquet', bytes.slice(0, 5000))]));
    expect(problem).toMatchObject({ code: 'bad-parquet', file: 'a.parquet' });
  });
});
