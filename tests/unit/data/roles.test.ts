import { describe, expect, it } from 'vitest';
import { npyArray } from '../../fixtures/make-npy';
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
