import { IDBOpenDBRequest } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inTime } from '../../../src/storage/in-time';
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

it('closes what the browser opens too late: nobody knows of it', async () => {
  const late = { close: vi.fn() };
  let open = (_: typeof late): void => undefined;
  const given = inTime(
    new Promise<typeof late>((resolve) => {
      open = resolve;
    }),
  );
  const refused = expect(given).rejects.toThrow('does not open its storage');
  await vi.advanceTimersByTimeAsync(10_000);
  await refused;
  expect(late.close).not.toHaveBeenCalled();
  open(late);
  await vi.advanceTimersByTimeAsync(0);
  expect(late.close).toHaveBeenCalledTimes(1);
});
