import { type DataPlace, refusal } from './dataset.ts';
import { parseNpyHeader } from './npy-header.ts';
import { type ValueType, valueType } from './npy-values.ts';

/** What stands in front of the values of an npy file. */
export interface NpyHead extends ValueType {
  /** As numpy writes it: '<f4', '|u1'. */
  readonly dtype: string;
  readonly shape: readonly number[];
  /** The first index runs fastest. */
  readonly fortranOrder: boolean;
  /** Product of the shape. */
  readonly count: number;
  /** Bytes in front of the first value. */
  readonly end: number;
}

/** numpy itself refuses longer headers. */
const HEADER_LIMIT = 10_000;
/** Bytes at the beginning of an npy file that hold the whole header. */
export const NPY_START = HEADER_LIMIT + 12;
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

const isNpy = (bytes: Uint8Array): boolean => MAGIC.every((byte, i) => bytes[i] === byte);

/**
 * Reads the header of an npy file, format 1.0, 2.0 or 3.0, of whole numbers, floats (16 to 64 bits) or booleans in
 * either byte order.
 * @param bytes - the beginning of the file, `NPY_START` bytes where there are as many
 * @throws DataError bad-npy, pickle, dtype, truncated
 */
export function parseNpyHead(bytes: Uint8Array, place: DataPlace): NpyHead {
  const { text, end } = headerText(bytes, place);
  const header = parseNpyHeader(text);
  if (!header) throw refusal('bad-npy', place);
  const { shape, fortranOrder, descr } = header;
  const count = shape.reduce((product, length) => product * length, 1);
  return { ...valueType(descr, place), dtype: descr, shape, fortranOrder, count, end };
}

function headerText(bytes: Uint8Array, place: DataPlace): { text: string; end: number } {
  const major = bytes[6];
  if (!isNpy(bytes) || major === undefined || major < 1 || major > 3) throw refusal('bad-npy', place);
  const start = major === 1 ? 10 : 12;
  if (bytes.length < start)
    throw refusal('truncated', place, { found: `${bytes.length}`, wanted: `${start}` });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > HEADER_LIMIT) throw refusal('bad-npy', place);
  const end = start + length;
  if (bytes.length < end) throw refusal('truncated', place, { found: `${bytes.length}`, wanted: `${end}` });
  // Format 3.0 is utf-8, which only names of fields can need; in the others every byte is a character.
  const text = new TextDecoder(major === 3 ? 'utf-8' : 'latin1').decode(bytes.subarray(start, end));
  return { text, end };
}
