import { type DataPlace, refusal } from './dataset.ts';
import type { NpyHead } from './npy.ts';

/** Longer ones are no names. */
const LONGEST = 256;

/**
 * Texts of an array (n) or (n, 1): labels that are names, as `np.array(['F', 'A'])` holds them.
 * @param bytes - the whole file
 * @throws DataError dtype where they can be no labels; truncated
 */
export function textsOf(bytes: Uint8Array, head: NpyHead, place: DataPlace): readonly string[] {
  const { dtype, shape, count, end, size } = head;
  const isLine = shape.length > 0 && shape.slice(1).every((side) => side === 1);
  if (!isLine || size > 4 * LONGEST) throw refusal('dtype', place, { found: dtype });
  const wanted = end + count * size;
  if (bytes.length < wanted)
    throw refusal('truncated', place, { found: `${bytes.length}`, wanted: `${wanted}` });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const isWide = dtype.includes('U');
  const codeAt = (at: number) => (isWide ? view.getUint32(at, !dtype.startsWith('>')) : view.getUint8(at));
  const step = isWide ? 4 : 1;
  return Array.from({ length: count }, (_, i) => {
    let text = '';
    for (let at = end + i * size; at < end + (i + 1) * size; at += step) {
      const code = codeAt(at);
      if (code === 0) break;
      text += code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    }
    return text;
  });
}
