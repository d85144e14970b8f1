import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openOwnDigitStore } from '../../../src/storage/own-digit-store';
import { ownDigit, ownDigits } from '../../fixtures/own-digits';

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

it('has what was put in when it is opened again', async () => {
  const store = await openOwnDigitStore();
  await store.put(ownDigits(3));
  store.close();
  const again = await openOwnDigitStore();
  expect(await again.all()).toEqual(expect.arrayContaining(ownDigits(3)));
  expect(await again.all()).toHaveLength(3);
});

it('replaces a digit of the same image', async () => {
  const store = await openOwnDigitStore();
  await store.put([ownDigit(1, 4)]);
  await store.put([ownDigit(1, 9)]);
  expect((await store.all()).map(({ label }) => label)).toEqual([9]);
});

it('removes only what it is told to', async () => {
  const store = await openOwnDigitStore();
  await store.put(ownDigits(3));
  await store.remove([ownDigit(0).id, ownDigit(2).id]);
  expect(await store.all()).toEqual([ownDigit(1)]);
});

it('refuses where the browser keeps nothing', async () => {
  vi.stubGlobal('indexedDB', {
    open() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
  await expect(openOwnDigitStore()).rejects.toThrow('insecure');
});

it('makes the store again where it is missing, and keeps digits in it', async () => {
  (await openDB('digit-lab', 1)).close();
  const store = await openOwnDigitStore();
  await store.put(ownDigits(2));
  expect(await (await openOwnDigitStore()).all()).toHaveLength(2);
});

it('has the digits of before where the database was repaired since, and tells a later page apart', async () => {
  const store = await openOwnDigitStore();
  await store.put(ownDigits(2));
  (await openDB('digit-lab', 2)).close();
  expect(await (await openOwnDigitStore()).all()).toHaveLength(2);
  const heard = vi.fn();
  store.onNewer(heard);
  (await openDB('digit-lab', 10)).close();
  await expect(openOwnDigitStore()).rejects.toMatchObject({ name: 'NewerPage' });
  await expect(store.all()).rejects.toMatchObject({ name: 'NewerPage' });
  expect(heard).toHaveBeenCalledTimes(1);
});

it('keeps digits after another tab has deleted the database', async () => {
  const store = await openOwnDigitStore();
  await deleteDB('digit-lab');
  await store.put(ownDigits(1));
  expect(await store.all()).toHaveLength(1);
});

describe('two tabs', () => {
  const bothTabs = async () => [await openOwnDigitStore(), await openOwnDigitStore()] as const;

  it('a stale one gives no digit another label that has one by now, and brings none back', async () => {
    const [ours, theirs] = await bothTabs();
    await ours.put([ownDigit(1, 4), ownDigit(2)]);
    expect(await theirs.relabel(ownDigit(1).id, 4, 9)).toEqual(ownDigit(1, 9));
    expect(await ours.relabel(ownDigit(1).id, 4, 7)).toEqual(ownDigit(1, 9));
    await theirs.remove([ownDigit(2).id]);
    expect(await ours.relabel(ownDigit(2).id, 2, 7)).toBeUndefined();
    expect(await ours.all()).toEqual([ownDigit(1, 9)]);
  });

  it('one removes all of them, whoever has put them in', async () => {
    const [ours, theirs] = await bothTabs();
    await ours.put([ownDigit(1)]);
    await theirs.put([ownDigit(2)]);
    await ours.removeAll();
    expect(await theirs.all()).toEqual([]);
  });

  it.each<[string, (store: Awaited<ReturnType<typeof openOwnDigitStore>>) => Promise<unknown>]>([
    ['puts in', (store) => store.put([ownDigit(3)])],
    ['gives another label', (store) => store.relabel(ownDigit(1).id, 1, 2)],
    ['removes', (store) => store.remove([ownDigit(1).id])],
    ['removes altogether', (store) => store.removeAll()],
  ])('one hears what the other %s', async (_, change) => {
    const [ours, theirs] = await bothTabs();
    await ours.put([ownDigit(1)]);
    const heard = new Promise<void>((resolve) => theirs.onChange(resolve));
    await change(ours);
    await heard;
    ours.close();
    theirs.close();
  });
});
