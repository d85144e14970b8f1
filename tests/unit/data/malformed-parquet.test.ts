import { describe, expect, it } from 'vitest';
import { withCountedArrays } from '../../fixtures/fuzz/allocations';
import { joined, utf8 } from '../../fixtures/fuzz/spoilt-bytes';
import {
  dataPage,
  dictionaryPage,
  levels,
  type ParquetColumn,
  parquetOf,
  runs,
  TYPES,
  thrift,
  varint,
} from '../../fixtures/make-parquet';
import { given, read } from './given';
import { problemsOf } from './small-mnist';

const ROWS = 30;
const HUGE = 2 ** 31 - 2;
const MIB = 2 ** 20;
const plainPage = dataPage(new Uint8Array(Int32Array.from({ length: ROWS }, (_, i) => i % 10).buffer), ROWS);
const label: ParquetColumn = {
  ...{ path: ['label'], type: TYPES.int32, repetition: [0], pages: plainPage, count: ROWS },
};
const image: ParquetColumn = { ...label, path: ['image'] };
/** Lists of as many values as there have to be for an image. */
const listed = (pages: Uint8Array, count = ROWS * 784): ParquetColumn => ({
  ...{ path: ['image', 'list', 'element'], type: TYPES.int32, repetition: [0, 2, 0], pages, count },
});
const inColumn = (changes: Partial<ParquetColumn>) => parquetOf(ROWS, [label, { ...image, ...changes }]);
const footerOf = (footer: Uint8Array, mark = 'PAR1') =>
  joined(utf8('PAR1'), footer, new Uint8Array(Uint32Array.of(footer.length).buffer), utf8(mark));
/** Two runs of levels that say more than there are of, and a dictionary of one value. */
const lists = joined(
  dictionaryPage(new Uint8Array(Int32Array.of(7).buffer), 1),
  dataPage(
    joined(
      levels(
        1,
        ...Array.from(
          { length: ROWS },
          () =>
            [
              [1, 0],
              [783, 1],
            ] as const,
        ).flat(),
        [HUGE, 1],
      ),
      levels(1, [HUGE, 1]),
      Uint8Array.of(1),
      runs(1, [HUGE, 0]),
    ),
    ROWS * 784,
    8,
  ),
);

describe('a Parquet file is taken by its own values, not by what it claims:', () => {
  it('runs of thousands of millions are read as far as there are rows', async () => {
    const { dataset } = await read([given('a.parquet', parquetOf(ROWS, [label, listed(lists)]))]);
    expect(dataset.train.labels).toHaveLength(20);
    const first = await read([given('a.parquet', parquetOf(ROWS, [label, listed(lists)]))], undefined, {
      range: 'bytes',
      polarity: 'light',
    });
    expect(new Set(first.dataset.train.images)).toEqual(new Set([7]));
  });

  it.each([
    ['nothing but its beginning', utf8('PAR1'), 'it is too short'],
    ['an end that is missing', utf8(`PAR1${'x'.repeat(40)}`), 'it was cut short, its end is missing'],
    [
      'a footer that is longer than the file',
      joined(footerOf(new Uint8Array(9)).slice(0, 13), Uint8Array.of(255, 255, 255, 127), utf8('PAR1')),
      '2147483647 bytes at its end',
    ],
    [
      'structs in structs without an end',
      footerOf(new Uint8Array(10_000).fill(0x1c)),
      'structs in structs without an end',
    ],
    [
      'a number without an end',
      footerOf(joined(Uint8Array.of(0x16), new Uint8Array(50_000).fill(0xff))),
      'a number of more than 64 bits',
    ],
    [
      'a list of thousands of millions',
      footerOf(joined(Uint8Array.of(0x19, 0xfc), varint(HUGE))),
      'a list that is longer than the file',
    ],
    [
      'columns that are missing',
      footerOf(thrift({ 2: [{ 4: 'schema', 5: 1000 }], 3: 1, 4: [] })),
      'columns are missing',
    ],
    ['more rows than its values', parquetOf(ROWS + 1, [label, image]), '30 values of label in 31 rows'],
    [
      'a column that ends behind the file',
      inColumn({ about: { 7: HUGE } }),
      'column image ends behind the end of the file',
    ],
    [
      'a column in another file',
      inColumn({ path: ['label'], about: { 3: ['other'] } }),
      'column other in the place of another',
    ],
    [
      'a page that is longer than its column',
      inColumn({ pages: thrift({ 1: 0, 2: HUGE, 3: HUGE, 5: { 1: ROWS, 2: 0 } }) }),
      'a page that is longer than its column',
    ],
    [
      'a page of more values than there are',
      inColumn({ pages: dataPage(new Uint8Array(8), HUGE) }),
      'more values than there are to be',
    ],
    [
      'fewer values than there are to be',
      inColumn({ pages: dataPage(new Uint8Array(40), 10) }),
      '10 values in the place of 30',
    ],
    [
      'values that are missing',
      inColumn({ pages: dataPage(new Uint8Array(40), ROWS) }),
      'Offset is outside the bounds of the DataView',
    ],
    [
      'a page that would unpack to gigabytes',
      inColumn({ codec: 1, pages: dataPage(new Uint8Array(9), ROWS, 0, HUGE) }),
      `9 bytes that would unpack to ${HUGE}`,
    ],
    [
      'a page that does not unpack',
      inColumn({ codec: 1, pages: dataPage(new Uint8Array(9), ROWS, 0, 120) }),
      'a page that does not unpack',
    ],
    [
      'a page of Snappy whose pieces go back',
      // A piece of 2³² − 6 bytes, which is −6 of those with a sign.
      inColumn({
        codec: 1,
        pages: dataPage(Uint8Array.of(120, 0xfc, 0xfa, 255, 255, 255, 1, 2, 3, 4), ROWS, 0, 120),
      }),
      'a page that does not unpack',
    ],
    [
      'a page of Snappy that repeats what is not there',
      inColumn({ codec: 1, pages: dataPage(Uint8Array.of(120, 0xfe, 1, 0, 0xfe, 1, 0), ROWS, 0, 120) }),
      'a page that does not unpack',
    ],
    [
      'a gzipped page that does not unpack',
      inColumn({ codec: 2, pages: dataPage(new Uint8Array(9), ROWS, 0, 120) }),
      'a page that does not unpack to 120 bytes',
    ],
    [
      'a dictionary of thousands of millions',
      inColumn({ pages: dictionaryPage(new Uint8Array(8), HUGE) }),
      'more values than there are to be',
    ],
    [
      'a value that is in no dictionary',
      inColumn({
        pages: joined(
          dictionaryPage(new Uint8Array(4), 1),
          dataPage(joined(Uint8Array.of(8), runs(8, [ROWS, 9])), ROWS, 8),
        ),
      }),
      'a value that is in no dictionary',
    ],
    [
      'levels that are longer than their page',
      inColumn({ repetition: [1], pages: dataPage(Uint8Array.of(255, 255, 0, 0, 1), ROWS) }),
      'levels that are longer than their page',
    ],
    [
      'differences in blocks of none',
      inColumn({ pages: dataPage(joined(varint(0), varint(0), varint(ROWS), varint(0)), ROWS, 5) }),
      '30 differences in blocks of 0',
    ],
    [
      'more differences than values',
      inColumn({ pages: dataPage(joined(varint(128), varint(4), varint(4e6), varint(0)), ROWS, 5) }),
      '4000000 differences in blocks of 128',
    ],
    [
      'more values than its bytes come to',
      parquetOf(ROWS, [label, listed(lists, 3e6)]),
      '3000000 values of image.list.element in',
    ],
    [
      'fewer lists than rows',
      parquetOf(ROWS, [
        label,
        listed(
          dataPage(joined(levels(1, [1, 0], [783, 1]), levels(1, [784, 1]), new Uint8Array(4 * 784)), 784),
          784 * ROWS,
        ),
      ]),
      '784 values in the place of 23520',
    ],
  ])('%s is refused before anything of its size is made', async (_, bytes, reason) => {
    const { answer, bytes: asked } = await withCountedArrays(8 * MIB, () =>
      problemsOf(() => read([given('a.parquet', bytes)])),
    );
    expect(answer).toMatchObject([{ code: 'bad-parquet', file: 'a.parquet' }]);
    expect(answer[0]?.found).toContain(reason);
    expect(asked).toBeLessThan(8 * MIB);
  });

  it.each([
    ['more values than are kept', parquetOf(3e8, [{ ...label, count: 3e8 }]), { code: 'bad-parquet' }],
    [
      'a table of more than is kept',
      parquetOf(2e8, [
        { ...label, pages: new Uint8Array(MIB), count: 2e8 },
        { ...image, count: 2e8 },
      ]),
      { code: 'over-limit' },
    ],
    ['an encrypted end', footerOf(new Uint8Array(20), 'PARE'), { code: 'encrypted' }],
    [
      'an encoding that is not read',
      inColumn({ pages: dataPage(new Uint8Array(9), ROWS, 7) }),
      { code: 'parquet-codec', found: 'the encoding DELTA_BYTE_ARRAY' },
    ],
    [
      'a compression that nobody knows',
      inColumn({ codec: 50 }),
      { code: 'parquet-codec', found: 'compression 50' },
    ],
  ])('%s is refused by its own reason', async (_, bytes, problem) => {
    expect(await problemsOf(() => read([given('a.parquet', bytes)]))).toMatchObject([problem]);
  });
});
