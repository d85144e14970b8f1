import { describe, expect, it } from 'vitest';
import { zipOf } from '../../fixtures/make-zip';
import { given, read } from './given';
import { problemsOf } from './small-mnist';

const text = (value: string) => new TextEncoder().encode(value);
const COUNT = 60;
const label = (row: number) => row % 10;
/** Pixels of a row, few of them dark, the corners empty. */
const pixels = (row: number, scale = 1) =>
  Array.from({ length: 784 }, (_, i) =>
    i > 200 && i < 500 && i % 7 ? (100 + ((row + i) % 150)) * scale : 0,
  );
const header = ['label', ...Array.from({ length: 784 }, (_, i) => `pixel${i}`)];

type Row = (row: number) => readonly (number | string)[];
const table = (rowOf: Row, names?: readonly string[], separator = ',', count = COUNT) =>
  text(
    [...(names ? [names] : []), ...Array.from({ length: count }, (_, row) => rowOf(row))]
      .map((fields) => fields.join(separator))
      .join('\n'),
  );
const labelFirst: Row = (row) => [label(row), ...pixels(row)];
const train = table(labelFirst, header);

const columnOf = async (bytes: Uint8Array<ArrayBuffer>, name = 'digits.csv') => {
  const { dataset, guesses } = await read([given(name, bytes)]);
  const [first = -1] = dataset.train.labels;
  const wanted = pixels(
    Array.from({ length: COUNT }, (_, row) => row).filter((row) => label(row) === first)[0] ?? 0,
  );
  expect([...dataset.train.images.subarray(0, 784)].map((value) => value > 0)).toEqual(
    wanted.map((value) => value > 0),
  );
  expect(new Set(dataset.test.labels).size).toBe(10);
  return guesses.find(({ id }) => id === 'labelColumn');
};

describe('tables of numbers', () => {
  it.each([
    ['as Kaggle’s train.csv', train, 'first', 'column-named'],
    ['without a header', table(labelFirst), 'first', 'column-found'],
    ['with the label last', table((row) => [...pixels(row), label(row)]), 'last', 'column-found'],
    [
      'with the number of each row in front',
      table((row) => [row, label(row), ...pixels(row)], ['', ...header]),
      'second',
      'column-named',
    ],
    [
      'with semicolons and quotes',
      table((row) => labelFirst(row).map((field) => `"${field}"`), header, ';'),
      'first',
      'column-named',
    ],
    [
      'with tabs and line ends of Windows',
      text(new TextDecoder().decode(table(labelFirst, undefined, '\t')).replaceAll('\n', '\r\n')),
      'first',
      'column-found',
    ],
    [
      'with spaces, as the USPS digits are',
      text(`${new TextDecoder().decode(table(labelFirst, undefined, ' ')).replaceAll('\n', ' \n')} `),
      'first',
      'column-found',
    ],
    [
      'with several spaces',
      table((row) => [` ${label(row)}`, ...pixels(row)], undefined, '   '),
      'first',
      'column-found',
    ],
    [
      'with a mark of its encoding',
      text(`\ufeff${new TextDecoder().decode(train)}\n`),
      'first',
      'column-named',
    ],
    [
      'of values from 0 to 1',
      table((row) => [label(row), ...pixels(row, 1 / 255)], header),
      'first',
      'column-named',
    ],
    [
      'of numbers with exponents',
      table((row) => [label(row), ...pixels(row).map((value) => value.toExponential(3))], header),
      'first',
      'column-named',
    ],
  ])('are read %s', async (_, bytes, value, because) => {
    expect(await columnOf(bytes)).toMatchObject({ value, because });
  });

  it('without a header are read when their rows are sorted by label', async () => {
    const sorted: Row = (row) => [row < 2010 ? 0 : 1 + (row % 9), ...pixels(row).slice(200, 300)];
    const found = await read([given('A_Z.csv', table(sorted, undefined, ',', 2400))]);
    expect(found.guesses[0]).toMatchObject({ id: 'labelColumn', value: 'first', because: 'column-found' });
    expect(new Set(found.dataset.train.labels).size).toBe(10);
  });

  it('take no column of pixels at the edge for the label, though it holds a few small numbers', async () => {
    const speck = (row: number) => (row % 50 === 7 ? row % 40 : 0);
    const both: Row = (row) => [row % 3, ...pixels(row).slice(201, 300), speck(row)];
    const found = await read([given('few.csv', table(both, undefined, ',', 300))]);
    expect(found.guesses[0]).toMatchObject({ value: 'first', options: ['first', 'last'] });
    const numbered = table((row) => [row, ...pixels(row).slice(201, 300), speck(row)], undefined, ',', 300);
    const problems = await problemsOf(() => read([given('numbered.csv', numbered)]));
    expect(problems).toMatchObject([{ code: 'no-labels' }]);
  });

  it('of one class alone are not refused: the first column is taken, and it is said that nothing is sure', async () => {
    const found = await read([
      given(
        'one.csv',
        table((row) => [4, ...pixels(row)]),
      ),
    ]);
    expect(found.guesses[0]).toMatchObject({ value: 'first', because: 'column-likely' });
  });

  it('parted by spaces are told by what they hold, and text with spaces is none', async () => {
    expect(await columnOf(table(labelFirst, undefined, ' '), 'zip.train')).toMatchObject({ value: 'first' });
    const prose = text('a text of more than seventeen words '.repeat(9));
    const problems = await problemsOf(() => read([given('set/readme', prose)]));
    expect(problems).toMatchObject([{ code: 'nothing-found' }]);
  });

  it('are told by what they hold, whatever they are called', async () => {
    expect(await columnOf(train, 'digits.txt')).toMatchObject({ value: 'first' });
  });

  it('in two files are one to train and one to test with', async () => {
    const test = table(labelFirst, undefined, ',', 20);
    const { dataset, testOneIn } = await read([
      given('mnist_test.csv', test),
      given('mnist_train.csv', table(labelFirst)),
    ]);
    expect([dataset.train.labels.length, dataset.test.labels.length, testOneIn]).toEqual([60, 20, undefined]);
  });

  it('of Kaggle’s archive leave out what has no labels and the example of what to send in', async () => {
    const zip = await zipOf([
      ['train.csv', train],
      ['test.csv', table(pixels, header.slice(1), ',', 20)],
      [
        'sample_submission.csv',
        text(`ImageId,Label\n${Array.from({ length: 20 }, (_, i) => `${i},0`).join('\n')}`),
      ],
    ]);
    const { dataset, notes } = await read([given('digit-recognizer.zip', zip)]);
    expect([dataset.train.labels.length, dataset.test.labels.length]).toEqual([50, 10]);
    expect(notes).toEqual([
      { code: 'ignored', found: 'sample_submission.csv' },
      { code: 'unlabelled', found: 'test.csv' },
    ]);
  });

  it('of images and of labels belong together', async () => {
    const { dataset } = await read([
      given(
        'x_train.csv',
        table((row) => pixels(row)),
      ),
      given(
        'y_train.csv',
        table((row) => [label(row)]),
      ),
    ]);
    expect(dataset.train.labels.length + dataset.test.labels.length).toBe(60);
  });

  it('have another column as their label where a person says so', async () => {
    const both = table((row) => [label(row), ...pixels(row).slice(1), 9 - label(row)]);
    const file = given('digits.csv', both);
    const first = await read([file]);
    const last = await read([file], undefined, { labelColumn: 'last' });
    expect(last.guesses[0]).toMatchObject({ id: 'labelColumn', value: 'last' });
    expect(new Set([first, last].map(({ dataset }) => dataset.train.labels.join())).size).toBe(2);
  });
});

describe('tables that can not be used are refused by name and reason:', () => {
  it.each([
    ['images without labels', table(pixels), { code: 'no-labels' }],
    ['a header alone', text(`${header.join(',')}\n`), { code: 'csv-empty' }],
    [
      'a label above 61',
      table((row) => [row === 3 ? 62 : label(row), ...pixels(row)], header),
      { code: 'label-range', found: '62 (label 4)' },
    ],
  ])('%s', async (_, bytes, problem) => {
    expect(await problemsOf(() => read([given('digits.csv', bytes)]))).toMatchObject([
      { file: 'digits.csv', ...problem },
    ]);
  });

  it('a damaged gzip', async () => {
    const bytes = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4);
    expect(await problemsOf(() => read([given('train.csv.gz', bytes)]))).toMatchObject([
      { code: 'bad-gzip' },
    ]);
  });
});
