import { describe, expect, it } from 'vitest';
import { numberOf } from '../../../src/data/number-words';
import type { DecodePictures } from '../../../src/data/reading';
import { type PngOptions, pngOf } from '../../fixtures/make-png';
import { given, read, saidOf } from './given';
import { problemsOf } from './small-mnist';

/** A light square, a little elsewhere in each picture. */
const square = (picture: number, ink = 255, ground = 0) =>
  Uint8Array.from({ length: 784 }, (_, i) => {
    const [row, column] = [Math.floor(i / 28) - 8 - (picture % 5), (i % 28) - 8 - (picture % 7)];
    return row >= 0 && row < 9 && column >= 0 && column < 9 ? ink : ground;
  });
const COUNT = 70;
const folder = (
  picture: (i: number) => Uint8Array,
  options: PngOptions = {},
  nameOf: (label: number) => string = String,
) =>
  Array.from({ length: COUNT }, (_, i) =>
    given(`set/${nameOf(i % 10)}/${i}.png`, pngOf(picture(i), options)),
  );

const inkOf = (images: Uint8Array) => new Set(images);

describe('pictures as people have them:', () => {
  it('black strokes on transparency lie on white, are inverted, and it is said', async () => {
    const samples = (i: number) => {
      const ink = square(i);
      return Uint8Array.from({ length: 4 * 784 }, (_, at) => (at % 4 === 3 ? (ink[at >> 2] ?? 0) : 0));
    };
    const found = await read(folder(samples, { colour: 6 }));
    expect(inkOf(found.dataset.train.images)).toEqual(new Set([0, 255]));
    expect(found.dataset.train.images[0]).toBe(0);
    expect(found.notes).toContainEqual({ code: 'ground', found: '70' });
    expect(saidOf(found)).toContain('polarity-dark');
  });

  it.each([
    ['in part, by their largest value', 0x00ff, '255'],
    ['in full, as they are', 0xffff, undefined],
  ])('16 bits that are used %s', async (_, white, found) => {
    const deep = (i: number) => {
      const ink = square(i);
      return Uint8Array.from({ length: 2 * 784 }, (_, at) => {
        const value = ink[at >> 1] ? white : 0;
        return at % 2 ? value & 255 : value >> 8;
      });
    };
    const { dataset, notes } = await read(folder(deep, { depth: 16 }));
    expect(inkOf(dataset.train.images)).toEqual(new Set([0, 255]));
    expect(notes.find(({ code }) => code === 'deep')?.found).toBe(found);
  });

  it('folders that other programs leave are passed over, and named', async () => {
    const files = folder(square);
    const junk = ['set/.ipynb_checkpoints/3-checkpoint.png', 'set/@eaDir/4.png', 'set/3/.thumbnails/5.png'];
    const { dataset, notes } = await read([...files, ...junk.map((path) => given(path, pngOf(square(1))))]);
    expect(dataset.train.labels.length + dataset.test.labels.length).toBe(COUNT);
    expect(notes).toContainEqual({
      code: 'passed-over',
      found: '.ipynb_checkpoints (1), @eaDir (1), .thumbnails (1)',
    });
  });

  it('folders called by words are the digits that they say', async () => {
    const words = ['zero', 'One', 'TWO', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
    const { dataset, naming } = await read(
      folder(
        (i) => square(0, 100 + (i % 10)),
        {},
        (label) => words[label] ?? '',
      ),
    );
    expect(naming).toBe('digits');
    for (const [i, label] of dataset.train.labels.entries()) {
      expect(Math.max(...dataset.train.images.subarray(i * 784, (i + 1) * 784)) - 100).toBe(label);
    }
  });

  it('folders from 1 to 10 are asked about', async () => {
    const files = folder(square, {}, (label) => `${label + 1}`);
    const { dataset, guesses } = await read(files);
    expect(guesses.find(({ id }) => id === 'labels')).toMatchObject({
      value: 'ten-is-zero',
      options: ['ten-is-zero', 'minus-one'],
    });
    const { dataset: other } = await read(files, undefined, { labels: 'minus-one' });
    expect([...dataset.test.labels].sort()).toEqual([...other.test.labels].sort());
    expect(dataset.train.labels).not.toEqual(other.train.labels);
  });

  it('other sizes and shapes are placed as MNIST was, scaled, or padded', async () => {
    const tall = (i: number) =>
      Uint8Array.from({ length: 40 * 20 }, (_, at) => (at % 20 === 5 + (i % 9) ? 255 : 0));
    const files = folder(tall, { width: 20, height: 40 });
    const placed = await read(files);
    expect(placed.guesses.find(({ id }) => id === 'size')).toMatchObject({
      because: 'size-mnist',
      found: { size: '20×40' },
    });
    const heights = Array.from({ length: 28 }, (_, row) =>
      placed.dataset.train.images.subarray(row * 28, row * 28 + 28).some((value) => value > 0),
    );
    expect(heights.filter((is) => is)).toHaveLength(20);
    const padded = await read(files, undefined, { size: 'pad' });
    expect(padded.dataset.train.images.subarray(0, 28)).toContain(255);
  });

  it('one alone is no data set', async () => {
    const alone = given('3_photo.jpg', pngOf(square(0)));
    expect(await problemsOf(() => read([alone]))).toEqual([
      { code: 'lone-picture', file: '3_photo.jpg', source: 'your files' },
    ]);
  });

  it('of many formats are given to the browser together, and only those that it can not decode are left out', async () => {
    const files = folder(square).map((file, i) => (i % 2 ? file : given(`${file.path}.jpg`, jpeg)));
    const decode: DecodePictures = async (pictures) =>
      pictures.map((_, i) =>
        i === 3 ? undefined : { width: 28, height: 28, rgba: new Uint8Array(4 * 784) },
      );
    const { notes } = await read(files, decode);
    expect(notes).toContainEqual({ code: 'left-out', found: '1: set/6/6.png.jpg' });
  });
});

/** As long as the header of one is, which says its size. */
const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 28, 0, 28, 1, 1, 0x11, 0, 0xff, 0xd9);

it.each([
  ['7', 7],
  ['07', 7],
  ['10', 10],
  ['Eight', 8],
  ['девять', 9],
  ['п’ять', 5],
  ["дев'ять", 9],
  ['сім', 7],
  ['digit_3', 3],
  ['класс 4', 4],
  ['11', undefined],
  ['2019', undefined],
  ['cat', undefined],
])('a folder called %s stands for %s', (name, number) => {
  expect(numberOf(name)).toBe(number);
});

it('pictures are said to be in colour where one is', async () => {
  const shade = (red: number, grey: number) =>
    pngOf(
      Uint8Array.from({ length: 3 * 784 }, (_, i) => (i % 3 === 0 ? red : grey)),
      { colour: 2 },
    );
  const files = Array.from({ length: 70 }, (_, i) => given(`d/${i % 10}/${i}.png`, shade(100 + i, 100 + i)));
  const coloured = async (all: typeof files) =>
    (await read(all)).notes.some(({ code }) => code === 'brightness');
  expect(await coloured(files)).toBe(false);
  expect(await coloured([...files, given('d/0/red.png', shade(200, 100))])).toBe(true);
});
