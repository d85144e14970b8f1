import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALL_READERS } from '../fixtures/fuzz/all-readers';
import { attempt, filesFor } from '../fixtures/fuzz/fuzzed';

/** A short round: `npm run fuzz` gives each reader a minute. */
const FILES = 60;

describe.each(Object.entries(ALL_READERS))('the reader of %s', (_, reader) => {
  test('reads its file', async () => {
    expect(await attempt(reader, reader.valid)).toMatchObject({ failure: undefined, isRead: true });
  });

  test('reads any file or refuses it by its own error, within its memory, and reads the next one as before', {
    timeout: 60_000,
  }, async () => {
    const before = await reader.read(reader.valid);
    await fc.assert(
      fc.asyncProperty(filesFor(reader), async (bytes) => {
        expect((await attempt(reader, bytes)).failure).toBe(undefined);
      }),
      { numRuns: FILES },
    );
    // `toEqual` takes seconds for so many numbers.
    expect(isDeepStrictEqual(await reader.read(reader.valid), before)).toBe(true);
  });
});
