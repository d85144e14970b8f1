import { readFile } from 'node:fs/promises';
import { Duplex } from 'node:stream';
import { createBrotliDecompress, createInflate, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LabelledImages } from '../../../src/data/dataset';
import { readFiles } from '../../../src/data/read-files';
import { zipOf } from '../../fixtures/make-zip';
import { given, read, saidOf } from './given';
import { problemsOf } from './small-mnist';

afterEach(() => vi.unstubAllGlobals());

/* A kind a row, as pyarrow and pandas write it: tests/fixtures/files/make-parquet.py. */

const bytesOf = async (name: string) =>
  new Uint8Array(await readFile(new URL(`../../fixtures/files/${name}`, import.meta.url)));
const file = async (name: string, path = name) => given(path, await bytesOf(name));
const readNamed = async (...names: readonly string[]) =>
  read(await Promise.all(names.map((name) => file(name))));
const plain = (await readNamed('plain.npz')).dataset;
const SHARDS = ['train-00000-of-00002.parquet', 'train-00001-of-00002.parquet'] as const;
const TEST = 'test-00000-of-00001.parquet';

/** The images of plain.npz in the order of another set, each found by what it shows. */
function expectAmong(found: LabelledImages, wanted: LabelledImages, apart = 0): void {
  for (const [i, label] of found.labels.entries()) {
    const image = found.images.subarray(784 * i, 784 * i + 784);
    const alike = [...wanted.labels.keys()].some(
      (at) =>
        wanted.labels[at] === label &&
        image.every((value, pixel) => Math.abs(value - (wanted.images[784 * at + pixel] ?? 0)) <= apart),
    );
    expect([i, alike]).toEqual([i, true]);
  }
}

describe('pictures in a column are read', () => {
  it('from files of a train part in their order, by groups of rows, and a test part', async () => {
    const { dataset, format, notes, guesses, testOneIn } = await readNamed(SHARDS[1], TEST, SHARDS[0]);
    expect(format).toBe('parquet');
    expect(testOneIn).toBe(undefined);
    expect(dataset.train).toEqual(plain.train);
    expect(dataset.test).toEqual(plain.test);
    expect(notes).toEqual([]);
    expect(guesses.map(({ id }) => id)).toEqual(['range', 'polarity', 'size', 'orientation']);
  });

  it.each([
    [
      'by the names of their folders',
      ['mnist/train/0000.parquet', 'mnist/train/0001.parquet', 'mnist/test/0000.parquet'],
    ],
    ['whatever they are called', ['data/train-a', 'data/train-b', 'data/test']],
  ])('%s', async (_, paths) => {
    const names = [...SHARDS, TEST];
    const files = await Promise.all(names.map((name, i) => file(name, paths[i])));
    const { dataset } = await read(files);
    expect([dataset.train, dataset.test]).toEqual([plain.train, plain.test]);
  });

  it('from an archive', async () => {
    const members = await Promise.all(
      [...SHARDS, TEST].map(async (name) => [`data/${name}`, await bytesOf(name)] as const),
    );
    const { dataset, notes } = await read([
      given('mnist.zip', await zipOf([...members, ['README.md', new Uint8Array(3)]])),
    ]);
    expect(dataset.train).toEqual(plain.train);
    expect(notes).toContainEqual({ code: 'ignored', found: 'README.md' });
  });

  it('once, where a file is there twice, and gzipped', async () => {
    const [first, second, test] = await Promise.all([...SHARDS, TEST].map(bytesOf));
    const { dataset, notes } = await read([
      given('train-0.parquet', first as Uint8Array<ArrayBuffer>),
      given('train-0 (1).parquet', first as Uint8Array<ArrayBuffer>),
      given('train-1.parquet.gz', new Uint8Array(gzipSync(second as Uint8Array))),
      given('test.parquet', test as Uint8Array<ArrayBuffer>),
    ]);
    expect(dataset.train).toEqual(plain.train);
    expect(notes).toContainEqual({ code: 'doubles', found: 'train-0.parquet' });
  });

  it('but for damaged and missing ones, which are named by their rows', async () => {
    const { dataset, notes } = await read([await file('pictures-spoilt.parquet')], async (pictures) =>
      pictures.map(() => undefined),
    );
    expect(dataset.train.labels.length + dataset.test.labels.length).toBe(58);
    expectAmong(dataset.train, plain.train);
    const found = '2: pictures-spoilt.parquet › row 4, pictures-spoilt.parquet › row 5';
    expect(notes).toContainEqual({ code: 'left-out', found });
  });

  it('with the names of their classes, where these are no digits', async () => {
    const { folderNames, naming, guesses, dataset } = await readNamed('pictures-named.parquet');
    expect(folderNames?.slice(0, 2)).toEqual(['T-shirt', 'Trouser']);
    expect(naming).toBe('folders');
    expect(guesses.map(({ id }) => id)).not.toContain('orientation');
    expectAmong(dataset.train, plain.train);
  });

  it('of letters, by 26 classes', async () => {
    const { folderNames, dataset } = await readNamed('pictures-letters.parquet');
    expect(folderNames?.join('')).toBe('abcdefghijklmnopqrstuvwxyz');
    expect(new Set([...dataset.train.labels, ...dataset.test.labels]).size).toBe(26);
  });

  it('but for a part whose labels are not told', async () => {
    const { dataset, notes } = await readNamed(...SHARDS, 'pictures-untold.parquet');
    expect([dataset.train.labels.length, dataset.test.labels.length]).toEqual([50, 10]);
    expect(notes).toContainEqual({ code: 'unlabelled', found: 'pictures-untold.parquet' });
  });

  it('by Brotli, and so by ZSTD, where the browser unpacks that', async () => {
    class Lacking extends DecompressionStream {
      constructor(format: CompressionFormat) {
        if (!/^(gzip|deflate)/.test(format)) throw new TypeError(`no ${format} here`);
        super(format);
      }
    }
    class Having {
      private readonly streams: ReturnType<typeof Duplex.toWeb>;
      constructor(format: string) {
        this.streams = Duplex.toWeb(format === 'brotli' ? createBrotliDecompress() : createInflate());
      }
      get readable() {
        return this.streams.readable;
      }
      get writable() {
        return this.streams.writable;
      }
    }
    const readIt = () => readNamed('pictures-brotli.parquet');
    vi.stubGlobal('DecompressionStream', Lacking);
    const found = await problemsOf(readIt);
    expect(found).toMatchObject([{ code: 'parquet-codec', found: 'Brotli' }]);
    expect(await problemsOf(() => readNamed('refused-zstd.parquet'))).toMatchObject([{ found: 'ZSTD' }]);
    vi.stubGlobal('DecompressionStream', Having);
    expectAmong((await readIt()).dataset.train, plain.train);
  });

  it('with progress up to nearly all bytes, and stop when they are to', async () => {
    const files = await Promise.all([...SHARDS, TEST].map((name) => file(name)));
    const seen: number[] = [];
    const decode = async () => [];
    const yieldToEventLoop = async () => {};
    await readFiles(files, { decode, yieldToEventLoop, onProgress: (done, all) => seen.push(done / all) });
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
    expect(seen.at(-1)).toBeGreaterThan(0.8);
    expect(seen.at(-1)).toBeLessThanOrEqual(1);
    const stop = new AbortController();
    const stopping = { decode, yieldToEventLoop: async () => stop.abort(), signal: stop.signal };
    await expect(readFiles(files, stopping)).rejects.toThrow('aborted');
  });
});

describe('a table of a number a column is read', () => {
  it.each([
    [
      'as pandas writes Kaggle’s, with Snappy and dictionaries',
      'table.parquet',
      'first',
      'label',
      'range-bytes',
    ],
    [
      'with the label last, gzipped, in pages of the second kind, of values from 0 to 1, backwards',
      'table-last.parquet',
      'last',
      'digit',
      'range-unit',
    ],
  ])('%s', async (_, name, value, column, range) => {
    const found = await readNamed(name);
    const wanted = await readNamed('small.npz');
    expect(found.format).toBe('parquet');
    expect(found.guesses[0]).toMatchObject({
      id: 'labelColumn',
      value,
      because: 'column-named',
      found: { column },
    });
    expect(saidOf(found)).toContain(range);
    expectAmong(found.dataset.train, joinedSets(wanted.dataset.train, wanted.dataset.test), 1);
  });

  it('and one without labels beside it is not used, and told', async () => {
    const found = await readNamed('table.parquet', 'table-unlabelled.parquet');
    expect(found.notes).toEqual([{ code: 'unlabelled', found: 'table-unlabelled.parquet' }]);
    expect(await problemsOf(() => readNamed('table-unlabelled.parquet'))).toMatchObject([
      { code: 'no-labels', file: 'table-unlabelled.parquet' },
    ]);
  });
});

function joinedSets(one: LabelledImages, other: LabelledImages): LabelledImages {
  const joined = (first: Uint8Array, second: Uint8Array) => Uint8Array.from([...first, ...second]);
  return { images: joined(one.images, other.images), labels: joined(one.labels, other.labels) };
}

describe('lists of pixels are read', () => {
  it.each([
    ['of bytes, in groups of rows', 'lists.parquet', 'range-bytes'],
    ['of rows of floats, in many pages, with labels as texts', 'lists-in-lists.parquet', 'range-unit'],
    ['of 28 rows of 28 halves', 'lists-halves.parquet', 'range-unit'],
    ['of floats by byte, and labels as differences', 'lists-encoded.parquet', 'range-bytes'],
  ])('%s', async (_, name, range) => {
    const found = await readNamed(name);
    expect(found.guesses[0]).toMatchObject({ id: 'labelColumn', value: 'last', found: { column: 'y' } });
    expect(saidOf(found)).toContain(range);
    expect(found.dataset.train.labels).toHaveLength(50);
    expectAmong(found.dataset.train, plain.train, 1);
    expectAmong(found.dataset.test, plain.train, 1);
  });
});
