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
 * Does what may find a file malformed, and says of which one it is. Besides our own errors there are those of views of
 * bytes that are asked for values behind their end.
 * @throws DataError bad-parquet, parquet-codec; any other error as it is
 */
export async function refusing<Answer>(place: DataPlace, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotRead) throw refusal('parquet-codec', place, { found: error.message });
    if (error instanceof Malformed || error instanceof RangeError)
      throw refusal('bad-parquet', place, { found: error.message });
    throw error;
  }
}
