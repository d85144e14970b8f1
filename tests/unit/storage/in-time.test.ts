import { IDBOpenDBRequest } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openKeepStore } from '../../../src/storage/keep-store';
import { openOwnDigitStore } from '../../../src/storage/own-digit-store';
import { openSpeedStore } from '../../../src/storage/speed-store';

beforeEach(() => {
  vi.useFakeTimers();
  // As Safari does now and then: neither an error nor a database.
  vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each([
  ['runs and networks', openKeepStore],
  ['own digits', openOwnDigitStore],
  ['speeds', openSpeedStore],
])('says so where the browser never opens what keeps %s', async (_, open: () => Promise<unknown>) => {
  const opened = expect(open()).rejects.toThrow('does not open its storage');
  await vi.advanceTimersByTimeAsync(10_000);
  await opened;
});
