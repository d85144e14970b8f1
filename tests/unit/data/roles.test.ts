import { describe, expect, it } from 'vitest';
import { headerOf, npyArray, npyOf } from '../../fixtures/make-npy';
import { zipOf } from '../../fixtures/make-zip';
import { given, read } from './given';
import { problemsOf } from './small-mnist';

const labelsOf = (count: number) => Uint8Array.from({ length: count }, (_, i) => i % 10);
const images = (count: number) =>
  npyArray(
    '|u1',
    [count, 28, 28],
    Uint8Array.from({ length: 784 * count }, (_, i) => (i % 784 === 400 ? 255 : i % 200)),
  );
const labels = (count: number) => npyArray('|u1', [count], labelsOf(count));
const npz = async (arrays: Record<string, Uint8Array<ArrayBuffer>>) =>
  given('own.npz', await zipOf(Object.entries(arrays).map(([name, bytes]) => [`${name}.npy`, bytes])));
const rolesOf = ({ arrays }: Awaited<ReturnType<typeof read>>) =>
  arrays.map(({ name, role }) => `${name} ${role}`);

describe('which array is which:', () => {
  it.each([
    ['X', 'y', 'Xt', 'yt'],
    ['X_tr', 'y_tr', 'X_tst', 'y_tst'],
    ['Xtrn', 'ytrn', 'Xte', 'yte'],
  ])('%s, %s, %s and %s are known', async (x, y, xt, yt) => {
    const file = await npz({ [x]: images(40), [y]: labels(40), [xt]: images(40), [yt]: labels(40) });
    const { arrays, areByShape } = await read([file]);
    expect(areByShape).toBe(false);
    expect(arrays.map(({ role }) => role)).toEqual([
      'train-images',
      'train-labels',
      'test-images',
      'test-labels',
    ]);
  });

  it('beside a pair with names, one without is to test with where it fits, and it is said', async () => {
    const file = await npz({ digits: images(40), target: labels(40), foo: images(60), bar: labels(60) });
    const found = await read([file]);
    expect(found.areByShape).toBe(true);
    expect(rolesOf(found)).toEqual([
      'digits train-images',
      'target train-labels',
      'foo test-images',
      'bar test-labels',
    ]);
  });

  it('numbers that are no labels make no part to test with', async () => {
    const ids = npyArray(
      '<u2',
      [30],
      Uint16Array.from({ length: 30 }, (_, i) => 1000 + i),
    );
    const file = await npz({ X: images(40), y: labels(40), thumbs: images(30), ids });
    const found = await read([file]);
    expect([found.areByShape, found.testOneIn]).toEqual([false, 7]);
    expect(found.notes).toContainEqual({ code: 'ignored', found: 'thumbs, ids' });
  });

  it('half a part to test with is kept, and what is wanting is said', async () => {
    const file = await npz({ X: images(40), y: labels(40), foo: images(30), bar: labels(20) });
    const roles = ['train-images', 'train-labels', 'test-images', 'unused'] as const;
    const found = await read([file], undefined, { roles });
    expect(found.arrays.map(({ role }) => role)).toEqual(roles);
    expect(found.testOneIn).toBe(7);
    expect(found.notes).toContainEqual({ code: 'wants-test-labels' });
  });

  it('images alone are said to lack labels', async () => {
    const problems = await problemsOf(() => read([given('x_only.npy', images(40))]));
    expect(problems).toMatchObject([{ code: 'no-labels', file: 'x_only.npy' }]);
  });

  it('arrays to validate with are not used, and it is said why', async () => {
    const file = await npz({
      ...{ X_train: images(40), y_train: labels(40), X_val: images(20), y_val: labels(20) },
      ...{ X_test: images(30), y_test: labels(30) },
    });
    expect((await read([file])).notes).toEqual([{ code: 'own-validation', found: 'X_val, y_val' }]);
  });
});

describe('labels that are names', () => {
  /** As numpy saves '<U3': each text of three characters of four bytes. */
  const texts = (all: readonly string[]) =>
    npyOf(
      headerOf('<U3', [all.length]),
      new Uint8Array(
        Uint32Array.from(all.flatMap((text) => [0, 1, 2].map((i) => text.codePointAt(i) ?? 0))).buffer,
      ),
    );
  const named = (count: number, names: readonly string[]) =>
    texts(Array.from({ length: count }, (_, i) => names[i % names.length] ?? ''));

  it('become classes in the order of their names, over both parts, as folders do', async () => {
    const file = await npz({
      ...{ X_train: images(40), y_train: named(40, ['fox', 'ape', 'Ж']) },
      ...{ X_test: images(20), y_test: named(20, ['fox']) },
    });
    const { folderNames, dataset, naming } = await read([file]);
    expect([naming, folderNames?.slice(0, 3)]).toEqual(['folders', ['ape', 'fox', 'Ж']]);
    expect([...dataset.train.labels.subarray(0, 3)]).toEqual([1, 0, 2]);
    expect(new Set(dataset.test.labels)).toEqual(new Set([1]));
  });

  it('are the digits where they are figures', async () => {
    const file = await npz({ X: images(40), y: named(40, [...'3141592653']) });
    const { folderNames, dataset } = await read([file]);
    expect(folderNames).toBe(undefined);
    expect(new Set(dataset.train.labels)).toEqual(new Set([1, 2, 3, 4, 5, 6, 9]));
  });

  it('are refused where they are too many', async () => {
    const file = await npz({ X: images(70), y: texts(Array.from({ length: 70 }, (_, i) => `n${i}`)) });
    expect(await problemsOf(() => read([file]))).toMatchObject([{ code: 'too-many-classes' }]);
  });
});
