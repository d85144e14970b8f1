import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureOf, fuzzOnce, READERS } from '../../fixtures/fuzz';

describe.each(Object.entries(READERS))('the reader of %s', (_, reader) => {
  test('reads its file', () => {
    expect(() => reader.read(reader.valid)).not.toThrow();
  });

  test('gives typed errors for whatever else it is given', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31), (seed) => {
        expect(fuzzOnce(reader, seed)).toBe(undefined);
      }),
      // A seed that is smaller is not a smaller file.
      { numRuns: 300, endOnFailure: true },
    );
  });

  test('gives typed errors for bytes of any kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(failureOf(reader, bytes)).toBe(undefined);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });
});
