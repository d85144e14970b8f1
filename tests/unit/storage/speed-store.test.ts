import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, it, vi } from 'vitest';
import type { KnownSpeeds } from '../../../src/model/speeds';
import { openSpeedStore } from '../../../src/storage/speed-store';

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

const known = (key: string): KnownSpeeds => ({ key, speeds: [{ backend: 'wasm', imagesPerSecond: 5 }] });

it('has what was put in last when it is opened again', async () => {
  const store = await openSpeedStore();
  expect(await store.all()).toBeUndefined();
  await store.put([known('a')]);
  await store.put([known('b'), known('c')]);
  const again = await openSpeedStore();
  expect(await again.all()).toEqual([known('b'), known('c')]);
});

it('refuses where the browser keeps nothing', async () => {
  vi.stubGlobal('indexedDB', {
    open() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
  await expect(openSpeedStore()).rejects.toThrow('insecure');
});

it('makes the store again where it is missing, and keeps speeds in it', async () => {
  (await openDB('digit-lab-speeds', 1)).close();
  const store = await openSpeedStore();
  await store.put([known('a')]);
  expect(await (await openSpeedStore()).all()).toEqual([known('a')]);
});
