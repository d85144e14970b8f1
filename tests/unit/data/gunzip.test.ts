import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAll, unpack } from '../../../src/data/gunzip';
import { problemsOf } from './small-mnist';

type Bytes = Uint8Array<ArrayBuffer>;
const PLACE = { file: 'a file', source: 'a test' };
const zipped = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes));

describe('unpack', () => {
  it('gives what was gzipped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        expect(await unpack(zipped(bytes), 5000, PLACE)).toEqual(bytes);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves alone what is not gzipped, whatever its name', async () => {
    const bytes = Uint8Array.of(0, 0, 8, 1);
    expect(await unpack(bytes, 4, PLACE)).toBe(bytes);
  });

  it('gives up a gzip bomb at the limit', async () => {
    const bomb = zipped(new Uint8Array(20_000_000));
    expect(bomb.length).toBeLessThan(20_000);
    expect(await problemsOf(() => unpack(bomb, 1_000_000, PLACE))).toMatchObject([{ code: 'too-large' }]);
  });

  it('refuses a gzip file that is cut off, whose checksum or size is wrong, or that has junk behind it', async () => {
    const file = zipped(Uint8Array.from({ length: 3000 }, (_, i) => (i * i) % 251));
    const flipped = (fromEnd: number) => file.with(-fromEnd, (file.at(-fromEnd) as number) ^ 1);
    const [checksum, size] = [flipped(6), flipped(2)].map((bytes) => new Uint8Array(bytes)) as [Bytes, Bytes];
    for (const bad of [file.slice(0, -20), file.slice(0, 5), checksum, size, Uint8Array.of(...file, 7, 7)]) {
      expect(await problemsOf(() => unpack(bad, 3000, PLACE))).toEqual([{ ...PLACE, code: 'bad-gzip' }]);
    }
  });
});

describe('readAll', () => {
  it('stops a stream without end at its limit', async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 100;
        controller.enqueue(new Uint8Array(100));
      },
    });
    expect(await readAll(endless, 1000)).toBeUndefined();
    expect(given).toBeLessThan(2000);
  });
});
