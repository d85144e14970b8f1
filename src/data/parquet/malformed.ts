import { type DataPlace, refusal } from '../dataset.ts';

/** What is wrong with a Parquet file, in words; whoever reads the file says of which one. */
class Malformed extends Error {}

/** A compression or an encoding that is not read here. */
class NotRead extends Error {}

export function malformed(reason: string): never {
  throw new Malformed(reason);
}

export function notRead(what: string): never {
  throw new NotRead(what);
}

/**
 * As others are told of it. Besides our own errors there are those of views of bytes, which are asked for values behind
 * their end.
 * @returns DataError bad-parquet, parquet-codec; any other error as it is
 */
export function refusedAs(error: unknown, place: DataPlace): unknown {
  if (error instanceof NotRead) return refusal('parquet-codec', place, { found: error.message });
  if (error instanceof Malformed || error instanceof RangeError)
    return refusal('bad-parquet', place, { found: error.message });
  return error;
}
