import { describe, expect, it } from 'vitest';
import { namedDataset } from '../../../src/engine/data/file-previews';
import { drawnLetters } from '../../fixtures/letters';
import { npyArray } from '../../fixtures/make-npy';
import { zipOf } from '../../fixtures/make-zip';
import { given, read } from './given';

const upTo = (classes: number, each: number, first = 0) =>
  Uint8Array.from({ length: classes * each }, (_, i) => first + (i % classes));

/** Images of one class that are like each other and unlike those of the others. */
const striped = (labels: Uint8Array) =>
  Uint8Array.from({ length: 784 * labels.length }, (_, i) => {
    const label = labels[Math.floor(i / 784)] as number;
    return (i % 784) % (label + 3) === 0 ? 200 : 0;
  });

const npz = (labels: Uint8Array, images: Uint8Array = striped(labels)) =>
  zipOf([
    ['x.npy', npyArray('|u1', [labels.length, 28, 28], images)],
    ['y.npy', npyArray('|u1', [labels.length], labels)],
  ]);
const readNpz = async (labels: Uint8Array, adjustments = {}) =>
  read([given('letters.npz', await npz(labels))], undefined, adjustments);

describe('data of more than ten classes', () => {
  it('of 26 labels from 1 on are the letters, as in EMNIST', async () => {
    const found = await readNpz(upTo(26, 20, 1));
    expect([found.classes, found.naming]).toEqual([26, 'letters']);
    expect(found.guesses.find(({ id }) => id === 'labels')).toMatchObject({
      value: 'minus-one',
      options: ['minus-one', 'as-given'],
    });
    expect(new Set(found.dataset.train.labels)).toEqual(new Set(Array.from({ length: 26 }, (_, i) => i)));
    expect(found.warnings.map(({ code }) => code)).not.toContain('missing-class');
  });

  it('are understood as given where a person says so: then there are 27, of which the first is missing', async () => {
    const found = await readNpz(upTo(26, 20, 1), { labels: 'as-given' });
    expect([found.classes, found.naming]).toEqual([27, 'numbers']);
    expect(found.warnings).toContainEqual({ code: 'missing-class', found: '0' });
  });

  it.each([
    [11, 'numbers'],
    [36, 'letters'],
    [47, 'letters'],
    [62, 'letters'],
  ])('of %i classes are called by %s', async (classes, naming) => {
    const found = await readNpz(upTo(classes, 10));
    expect([found.classes, found.naming]).toEqual([classes, naming]);
  });

  it('come as one-hot rows, and as tables', async () => {
    const labels = upTo(12, 10);
    const rows = Uint8Array.from({ length: 12 * labels.length }, (_, i) =>
      i % 12 === labels[Math.floor(i / 12)] ? 1 : 0,
    );
    const arrays = await zipOf([
      ['x.npy', npyArray('|u1', [labels.length, 28, 28], striped(labels))],
      ['y.npy', npyArray('|u1', [labels.length, 12], rows)],
    ]);
    expect((await read([given('a.npz', arrays)])).classes).toBe(12);

    const images = striped(labels);
    const table = Array.from(labels, (label, i) => [label, ...images.subarray(784 * i, 784 * (i + 1))]).join(
      '\n',
    );
    const csv = await read([given('a.csv', Uint8Array.from(new TextEncoder().encode(table)))]);
    expect([csv.classes, new Set(csv.dataset.train.labels).size]).toEqual([12, 12]);
  });

  it('always have names: those that a person chose, cut to their number, or numbers', async () => {
    const { dataset, classes } = await readNpz(upTo(12, 10));
    expect(namedDataset(dataset, classes, undefined).classNames).toEqual([...'0123456789', '10', '11']);
    expect(namedDataset(dataset, classes, ['a', 'b']).classNames?.slice(0, 3)).toEqual(['a', 'b', '2']);
    const digits = await readNpz(upTo(10, 10));
    expect(namedDataset(digits.dataset, digits.classes, undefined).classNames).toBeUndefined();
  });

  it('that are letters are not turned because some of them look like digits', async () => {
    const { images, labels } = drawnLetters(20, 1);
    const found = await read([given('letters.npz', await npz(labels, images))]);
    expect(found.classes).toBe(26);
    expect(found.guesses.find(({ id }) => id === 'orientation')?.value ?? 'upright').toBe('upright');
  });
});
