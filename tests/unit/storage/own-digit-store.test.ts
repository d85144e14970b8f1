import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
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
