import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALL_READERS } from '../fixtures/fuzz/all-readers';
import { attempt, filesFor } from '../fixtures/fuzz/fuzzed';

/** A short round: `npm run fuzz` gives each reader a minute. */
const FILES = 150;

describe.each(Object.entries(ALL_READERS))('the reader of %s', (_, reader) => {
  test('reads its file', async () => {
    expect(await attempt(reader, reader.valid)).toMatchObject({ failure: undefined, isRead: true });
  });

  test('reads any file or refuses it by its own error, within its memory, and reads the next one as before', async () => {
    const before = await reader.read(reader.valid);
    await fc.assert(
      fc.asyncProperty(filesFor(reader), async (bytes) => {
        expect((await attempt(reader, bytes)).failure).toBe(undefined);
      }),
      { numRuns: FILES },
    );
    expect(await reader.read(reader.valid)).toEqual(before);
  });
});
