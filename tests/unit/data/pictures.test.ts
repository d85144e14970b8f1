import { describe, expect, it, vi } from 'vitest';
import { onGround } from '../../../src/data/on-ground';
import { planPictures } from '../../../src/data/picture-plan';
import { decodePlainPng, parsePng } from '../../../src/data/png';
import type { DecodePictures } from '../../../src/data/reading';
import { claims } from '../../fixtures/claimed-pictures';
import { type PngOptions, pngOf } from '../../fixtures/make-png';
import { withText, type ZipMember, zipOf } from '../../fixtures/make-zip';
import { given, read, saidOf } from './given';
import { problemsOf } from './small-mnist';

/** A light square in the middle, as bright as it says. */
const square = (value: number) =>
  Uint8Array.from({ length: 784 }, (_, i) => {
    const [row, column] = [Math.floor(i / 28), i % 28];
    return Math.abs(row - 14) < 6 && Math.abs(column - 14) < 6 ? value : 0;
  });
const picture = (value: number) => pngOf(square(value));

const decode = async (samples: Uint8Array, options?: PngOptions) => {
  const png = parsePng(pngOf(samples, options));
  const pixels = png && (await decodePlainPng(png));
  return pixels && onGround(pixels.brightness, pixels.opacity).brightness;
};
const random = (length: number) =>
  Uint8Array.from({ length }, (_, i) => (Math.imul(i + 7, 2654435761) >>> 13) & 255);

describe('decoding of plain PNG files', () => {
  it.each([0, 1, 2, 3, 4])('undoes filter %i, of one byte a pixel and of three', async (filter) => {
    expect(await decode(random(784), { filter })).toEqual(random(784));
    const colours = random(3 * 784);
    const grey = await decode(colours, { filter, colour: 2 });
    const expected = Array.from({ length: 784 }, (_, i) => {
      const [red = 0, green = 0, blue = 0] = colours.subarray(3 * i);
      return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
    });
    expect([...(grey ?? [])]).toEqual(expected);
  });

  it('lays light strokes on black and dark ones on white', async () => {
    const samples = Uint8Array.from({ length: 4 * 784 }, (_, i) => (i % 4 < 3 ? 200 : i < 4 * 392 ? 255 : 0));
    expect([...new Set(await decode(samples, { colour: 6 }))]).toEqual([200, 0]);
    const greys = Uint8Array.from({ length: 2 * 784 }, (_, i) => (i % 2 ? 51 : 100));
    expect([...new Set(await decode(greys, { colour: 4 }))]).toEqual([224]);
  });

  it('takes pixels of 1, 2 and 4 bits, and of a palette', async () => {
    const options = { width: 8, height: 1 };
    expect([...((await decode(Uint8Array.of(0b10100001), { ...options, depth: 1 })) ?? [])]).toEqual([
      255, 0, 255, 0, 0, 0, 0, 255,
    ]);
    expect(
      [...((await decode(Uint8Array.of(0b00011011, 0), { ...options, depth: 2 })) ?? [])].slice(0, 4),
    ).toEqual([0, 85, 170, 255]);
    const palette = Uint8Array.of(0, 0, 0, 255, 255, 255, 255, 0, 0);
    const samples = Uint8Array.of(0x12, 0, 0, 0);
    expect(
      [...((await decode(samples, { ...options, depth: 4, colour: 3, palette })) ?? [])].slice(0, 3),
    ).toEqual([255, 76, 0]);
  });

  it('takes 16 bits as they are, and leaves what is damaged to others', async () => {
    expect(await decode(Uint8Array.of(1, 2, 255, 255), { depth: 16, width: 2, height: 1 })).toEqual(
      Uint16Array.of(258, 65_535),
    );
    const cut = parsePng(pngOf(square(9), { height: 56 }));
    expect(cut && (await decodePlainPng(cut))).toBeUndefined();
  });
});

describe('where pictures belong', () => {
  it.each([
    ['by the digit of their folder', ['a/3/x.png', 'a/7/x.png'], [3, 7], undefined],
    ['by the digit that their name begins with', ['3_0001.png', '7-2.png'], [3, 7], undefined],
    ['by folders for training and test', ['m/train/3/a.png', 'm/testing/7/b.png'], [3, 7], [0, 1]],
    ['by name below those', ['train/3_1.png', 'test/7_1.png'], [3, 7], [0, 1]],
    [
      'with images to validate among the training ones',
      ['train/1/a.png', 'val/2/a.png', 'test/3/a.png'],
      [1, 2, 3],
      [0, 0, 1],
    ],
  ])('is told %s', (_, paths, labels, isTest) => {
    const plan = planPictures(paths);
    expect(plan).toEqual({
      labels: Uint8Array.from(labels),
      isTest: isTest && Uint8Array.from(isTest),
      folderNames: undefined,
    });
  });

  it('finds digits below folders that not all share', () => {
    const plan = planPictures(['first/3/a.png', 'second/4/a.png', 'second/3/b.png']);
    expect(plan).toMatchObject({ labels: Uint8Array.of(3, 4, 3), folderNames: undefined });
  });

  it('sorts other names and keeps them', () => {
    expect(planPictures(['p/dog/1.png', 'p/cat/1.png', 'p/dog/2.png'])).toMatchObject({
      labels: Uint8Array.of(1, 0, 1),
      folderNames: ['cat', 'dog'],
    });
  });

  it('says which picture nothing is told of, and where there are too many classes', () => {
    expect(planPictures(['3/a.png', 'b.png'])).toEqual({ code: 'no-class', picture: 1 });
    const many = Array.from({ length: 63 }, (_, i) => `class ${i}/a.png`);
    expect(planPictures(many)).toMatchObject({ code: 'too-many-classes' });
  });

  it('are of up to 62 classes: in the order of their numbers, else of their names', () => {
    const numbered = planPictures(Array.from({ length: 47 }, (_, i) => `${46 - i}/a.png`));
    expect(numbered).toMatchObject({ folderNames: undefined });
    expect('labels' in numbered && [...numbered.labels].slice(0, 3)).toEqual([46, 45, 44]);
    const letters = planPictures([...'CAB'].map((letter) => `${letter}/a.png`));
    expect(letters).toMatchObject({ labels: Uint8Array.of(2, 0, 1), folderNames: ['A', 'B', 'C'] });
  });
});

const MANY: readonly ZipMember[] = Array.from({ length: 70 }, (_, i) => [
  `digits/${i % 10}/${i}.png`,
  picture(100 + i),
]);

describe('pictures', () => {
  it('come from a folder, divided one in seven by the same draw each time', async () => {
    const files = MANY.map(([path, bytes]) => given(path, new Uint8Array(bytes)));
    const { dataset, notes, format, naming, testOneIn } = await read(files);
    expect([format, naming, dataset.origin]).toEqual(['pictures', 'digits', 'digits']);
    expect([dataset.train.labels.length, dataset.test.labels.length]).toEqual([60, 10]);
    expect([notes.map(({ code }) => code), testOneIn]).toEqual([[], 7]);
    for (const { images, labels } of [dataset.train, dataset.test]) {
      for (const [i, label] of labels.entries()) {
        const middle = images[i * 784 + 14 * 28 + 14] as number;
        expect((middle - 100) % 10).toBe(label);
      }
    }
    expect((await read(files)).dataset).toEqual(dataset);
  });

  it('come from a zip, stored or packed, with its training and test folders and what systems leave there', async () => {
    const members = MANY.map(
      ([path, bytes], i): ZipMember => [`set/${i < 50 ? 'train' : 'test'}/${path.slice(7)}`, bytes],
    );
    const junk: ZipMember[] = [
      ['__MACOSX/set/._1.png', new Uint8Array(4)],
      ['set/.DS_Store', new Uint8Array(4)],
    ];
    const readme: ZipMember = ['set/README.md', new Uint8Array(4)];
    for (const level of [0, 6]) {
      const zip = await zipOf([...members, ...junk, readme], { level });
      const { dataset, notes } = await read([given('set.zip', zip)]);
      expect([dataset.train.labels.length, dataset.test.labels.length]).toEqual([50, 20]);
      expect(notes).toEqual([
        { code: 'ignored', found: 'set/README.md' },
        { code: 'passed-over', found: '__MACOSX (1)' },
      ]);
    }
  });

  it('that are dark on light are inverted, and it is said', async () => {
    const files = MANY.map(([path], i) => given(path, pngOf(square(100 + i).map((value) => 255 - value))));
    const found = await read(files);
    expect(saidOf(found)).toContain('polarity-dark');
    expect(found.dataset.train.images[0]).toBe(0);
  });

  it('keep the names of their folders', async () => {
    const files = MANY.map(([, bytes], i) =>
      given(`pets/${i % 2 ? 'dog' : 'cat'}/${i}.png`, new Uint8Array(bytes)),
    );
    expect(await read(files)).toMatchObject({
      naming: 'folders',
      folderNames: ['cat', 'dog', '2', '3', '4', '5', '6', '7', '8', '9'],
    });
  });

  it('that are no PNG, or none that is plain, are decoded by what is given for it, whatever their names', async () => {
    const jpeg = new Uint8Array(claims.jpeg(30, 20));
    const files = MANY.map(([path, bytes], i) => given(path, i === 3 ? jpeg : new Uint8Array(bytes)));
    const asked: number[] = [];
    const decodeOthers: DecodePictures = async (pictures) => {
      asked.push(pictures.length);
      return [{ width: 30, height: 20, rgba: new Uint8Array(4 * 600).fill(255) }];
    };
    const found = await read(files, decodeOthers);
    expect(asked).toEqual([1]);
    expect(found.dataset.train.labels.length + found.dataset.test.labels.length).toBe(70);
    expect(saidOf(found)).toContain('size-mnist');
  });

  it('that are damaged, misnamed or huge are left out, counted and named', async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const bad = new Map<number, Uint8Array>([
      [4, random(100)],
      [5, svg],
      [6, claims.png(30_000, 30_000)],
      [7, new Uint8Array()],
    ]);
    const files = MANY.map(([path, bytes], i) => given(path, new Uint8Array(bad.get(i) ?? bytes)));
    const asked = vi.fn<DecodePictures>();
    const { dataset, notes } = await read(files, asked);
    expect(dataset.train.labels.length + dataset.test.labels.length).toBe(66);
    expect(notes).toContainEqual({
      code: 'left-out',
      found: '4: digits/4/4.png, digits/5/5.png, digits/6/6.png, digits/7/7.png',
    });
    expect(asked).not.toHaveBeenCalled();
  });

  it('of which most are none are refused by name, the first few of them', async () => {
    const files = MANY.map(([path, bytes], i) => given(path, i % 3 ? random(100) : new Uint8Array(bytes)));
    const problems = await problemsOf(() => read(files));
    expect(problems).toHaveLength(9);
    expect(problems[0]).toMatchObject({ code: 'bad-picture', file: 'digits/1/1.png' });
    expect(problems.at(-1)).toMatchObject({ code: 'more' });
  });

  it('whose checksum in the zip is wrong are refused by member', async () => {
    const zip = await zipOf(MANY.slice(0, 40));
    const broken = withText(zip, 'IEND', 'IENX');
    expect(await problemsOf(() => read([given('set.zip', broken)]))).toContainEqual(
      expect.objectContaining({ code: 'bad-zip', file: 'set.zip', field: 'digits/0/0.png' }),
    );
  });

  it('can not lie one in another in a zip', async () => {
    const zip = await zipOf(MANY.slice(0, 40));
    const view = new DataView(zip.buffer);
    const listed: number[] = [];
    for (let at = 0; at + 46 < zip.length; at++) if (view.getUint32(at, true) === 0x02014b50) listed.push(at);
    // The place of the first member, 42 bytes into its entry, for the second one too.
    view.setUint32((listed[1] as number) + 42, view.getUint32((listed[0] as number) + 42, true), true);
    expect(await problemsOf(() => read([given('set.zip', zip)]))).toMatchObject([
      { code: 'bad-zip', file: 'set.zip' },
    ]);
  });

  it('are not taken together with arrays or idx files', async () => {
    const npy = given('x_train.npy', new Uint8Array(10));
    expect(await problemsOf(() => read([given('3_1.png', picture(9)), npy]))).toMatchObject([
      { code: 'mixed' },
    ]);
    expect(await problemsOf(() => read([given('set/notes.txt', new Uint8Array(10))]))).toMatchObject([
      { code: 'nothing-found', file: 'set', found: 'set/notes.txt' },
    ]);
  });
});
