import { type DataPlace, refusal } from '../dataset.ts';
import { numberOf as digitOf } from '../number-words.ts';
import type { ReadingContext } from '../reading.ts';
import type { ByteSource } from './byte-source.ts';
import type { Chunk } from './footer.ts';
import { readColumn, type TakeValue } from './read-column.ts';
import type { Leaf } from './schema.ts';
import { decodeBytes, decodeNumbers } from './values.ts';

/**
 * The numbers of a column in one group of rows, of one of texts too: some programs save labels so.
 * @throws as `readColumn`
 */
export const readNumbers = (
  source: ByteSource,
  leaf: Leaf,
  chunk: Chunk,
  take: TakeValue<number | Uint8Array>,
  context: ReadingContext,
): Promise<void> =>
  leaf.meaning === 'text'
    ? readColumn(source, leaf, chunk, decodeBytes, take, context)
    : readColumn(source, leaf, chunk, decodeNumbers, take, context);

/**
 * @param value - undefined where it is missing
 * @param row - in the file, from 1
 * @throws DataError csv-value, that names row and column
 */
export function numberOf(
  value: number | Uint8Array | undefined,
  row: number,
  { path }: Leaf,
  place: DataPlace,
): number {
  const text = value instanceof Uint8Array ? new TextDecoder().decode(value).trim() : undefined;
  const number = text === undefined || text === '' ? value : (digitOf(text) ?? Number(text));
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  const found = text === undefined ? `${value ?? 'null'}` : `“${text}”`;
  throw refusal('csv-value', place, { found: `${found} (row ${row}, column ${path[0] ?? ''})` });
}
