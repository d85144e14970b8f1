import type { ReadingContext } from '../reading.ts';
import type { ByteSource } from './byte-source.ts';
import type { Chunk } from './footer.ts';
import { malformed } from './malformed.ts';
import { pagesOf } from './pages.ts';
import type { Leaf } from './schema.ts';
import type { Decode } from './values.ts';

/** Values between two turns of the event loop: some milliseconds. */
const PART = 2 ** 18;

/** @param value - undefined where there is none @param isFirst - it is the first of its row */
export type TakeValue<Value> = (value: Value | undefined, isFirst: boolean) => void;

/**
 * The values of a column in one group of rows, one after the other.
 * @throws Malformed, NotRead, RangeError, and what `take` throws
 */
export async function readColumn<Value>(
  source: ByteSource,
  leaf: Leaf,
  chunk: Chunk,
  decode: Decode<Value>,
  take: TakeValue<Value>,
  { yieldToEventLoop, signal }: Pick<ReadingContext, 'yieldToEventLoop' | 'signal'>,
): Promise<void> {
  const { repetition, definition } = leaf;
  const bytes = await source.read(chunk.start, chunk.start + chunk.size);
  let dictionary: readonly Value[] | undefined;
  let seen = 0;
  for await (const page of pagesOf(bytes, chunk, leaf)) {
    const { isDictionary, count, encoding, values: encoded } = page;
    // There are no dictionaries of bits, and all else takes a byte at least.
    if (count > (isDictionary ? encoded.length : chunk.count - seen))
      malformed('more values than there are to be');
    const values = decode({ bytes: encoded, encoding, count, dictionary }, leaf);
    if (isDictionary) {
      dictionary = Array.from({ length: count }, () => values.next());
      continue;
    }
    for (let i = 0; i < count; i++) {
      const isFirst = repetition === 0 || page.repetition.next() === 0;
      const isThere = definition === 0 || page.definition.next() === definition;
      take(isThere ? values.next() : undefined, isFirst);
      if (++seen % PART === 0) {
        await yieldToEventLoop();
        signal?.throwIfAborted();
      }
    }
  }
  if (seen < chunk.count) malformed(`${seen} values in the place of ${chunk.count}`);
  signal?.throwIfAborted();
  await yieldToEventLoop();
}
