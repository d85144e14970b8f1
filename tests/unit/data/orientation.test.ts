import { describe, expect, it } from 'vitest';
import type { LabelledImages } from '../../../src/data/dataset';
import { drawDigits } from '../../../src/data/synthetic/draw-digits';
import { drawnLetters } from '../../fixtures/letters';
import { npyArray } from '../../fixtures/make-npy';
import { zipOf } from '../../fixtures/make-zip';
import { given, read } from './given';

const turned = (images: Uint8Array, from: (row: number, column: number) => number) =>
  images.map((_, i) => {
    const pixel = i % 784;
    return images[i - pixel + from(Math.floor(pixel / 28), pixel % 28)] as number;
  });
const transposed = (images: Uint8Array) => turned(images, (row, column) => 28 * column + row);
const mirrored = (images: Uint8Array) => turned(images, (row, column) => 28 * row + 27 - column);

const letters = drawnLetters(20, 1);
const fromOne = letters.labels.map((label) => label + 1);
const draw = (labels: Uint8Array, seed: number) =>
  drawDigits(labels, { seed, first: 0 }, { style: 'realistic', noise: 0, blur: 0 });
const digits = {
  labels: Uint8Array.from({ length: 400 }, (_, i) => i % 10),
  images: new Uint8Array(),
};
digits.images = draw(digits.labels, 3);

/** As `toEqual`, which takes seconds for half a million bytes. */
const areSame = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

const readNpz = async (train: LabelledImages, test?: LabelledImages, name = 'own.npz', adjustments = {}) => {
  const arrays = (set: string, { images, labels }: LabelledImages) =>
    [
      [`x_${set}.npy`, npyArray('|u1', [labels.length, 28, 28], images)],
      [`y_${set}.npy`, npyArray('|u1', [labels.length], labels)],
    ] as const;
  const zip = await zipOf([...arrays('train', train), ...(test ? arrays('test', test) : [])]);
  const found = await read([given(name, zip)], undefined, adjustments);
  return { ...found, guess: found.guesses.find(({ id }) => id === 'orientation') };
};

describe('how images lie is told by comparison:', () => {
  it.each([
    ['transposed', transposed, 'orientation-turned'],
    ['mirrored', mirrored, 'orientation-turned'],
    ['upright', (images: Uint8Array) => images, 'orientation-upright'],
  ] as const)('letters that lie %s, of labels from 1 on', async (value, lying, because) => {
    const train = { images: lying(letters.images), labels: fromOne };
    const { guess, dataset } = await readNpz(train, train);
    expect(guess).toMatchObject({ value, because });
    expect(areSame(dataset.train.images, letters.images)).toBe(true);
  });

  it('only the test images lie transposed: each part is set upright by itself, and it is said', async () => {
    const { guess, dataset } = await readNpz(digits, { ...digits, images: transposed(digits.images) });
    expect(guess).toMatchObject({
      value: 'each',
      because: 'orientation-mixed',
      found: { train: 'upright', test: 'transposed' },
    });
    expect(areSame(dataset.test.images, dataset.train.images)).toBe(true);
  });

  it('a person’s choice is that of both parts', async () => {
    const test = { ...digits, images: transposed(digits.images) };
    const { guess, dataset } = await readNpz(digits, test, undefined, { orientation: 'upright' });
    expect(guess).toMatchObject({ value: 'upright', because: 'orientation-chosen' });
    expect(guess?.options).toContain('each');
    expect(areSame(dataset.test.images, test.images)).toBe(true);
  });

  it('labels that come in turn do not hide most of the classes', async () => {
    const labels = Uint8Array.from({ length: 3000 }, (_, i) => i % 10);
    const images = transposed(draw(labels, 4));
    const { guess } = await readNpz({ images, labels });
    expect(guess).toMatchObject({ value: 'transposed' });
  });
});

describe('where nothing is known to compare with,', () => {
  const labels = Uint8Array.from({ length: 360 }, (_, i) => i % 12);
  const images = Uint8Array.from({ length: 784 * 360 }, (_, i) =>
    (i % 784) % ((Math.floor(i / 784) % 12) + 3) === 0 ? 200 : 0,
  );

  it('it is not said that the images are upright', async () => {
    const { guess } = await readNpz({ images, labels });
    expect(guess).toMatchObject({ value: 'upright', because: 'orientation-unchecked' });
  });

  it('what is called EMNIST is taken to lie transposed, as its files do', async () => {
    const { guess } = await readNpz({ images, labels }, undefined, 'emnist-some.npz');
    expect(guess).toMatchObject({ value: 'transposed', because: 'orientation-emnist' });
  });
});

it('images that are like no digit are left as they lie, and it is said', async () => {
  const labels = Uint8Array.from({ length: 300 }, (_, i) => i % 10);
  const images = Uint8Array.from({ length: 784 * 300 }, (_, i) =>
    (i % 784) % ((Math.floor(i / 784) % 10) + 3) === 0 ? 200 : 0,
  );
  const { guess } = await readNpz({ images, labels });
  expect(guess).toMatchObject({ value: 'upright', because: 'orientation-unlike' });
});
