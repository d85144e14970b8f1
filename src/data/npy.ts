import { type DataPlace, refusal } from './dataset.ts';
import { checkSize, LIMITS } from './given-file.ts';
import { parseNpyHeader } from './npy-header.ts';

type NpyKind = 'unsigned' | 'integer' | 'float' | 'boolean';

/** An array of an npy file. */
export interface NpyArray {
  readonly kind: NpyKind;
  /** As numpy writes it: '<f4', '|u1'. */
  readonly dtype: string;
  readonly shape: readonly number[];
  /** The first index runs fastest. */
  readonly fortranOrder: boolean;
  /** Product of the shape. */
  readonly count: number;
  /** The values, as they lie in the file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The value at a position in the file, 0 to count−1. Integers beyond 2⁵³ lose digits. */
  readonly at: (position: number) => number;
}

/** numpy itself refuses longer headers. */
const HEADER_LIMIT = 10_000;
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

export const isNpy = (bytes: Uint8Array): boolean => MAGIC.every((byte, i) => bytes[i] === byte);

/**
 * Reads an npy file, format 1.0, 2.0 or 3.0, of whole numbers, floats (16 to 64 bits) or booleans in either byte order.
 * @param bytes - the whole file
 * @throws DataError bad-npy, pickle, dtype, over-limit, truncated, wrong-size
 */
export function parseNpy(bytes: Uint8Array<ArrayBuffer>, place: DataPlace): NpyArray {
  const { text, end } = headerText(bytes, place);
  const header = parseNpyHeader(text);
  if (!header) throw refusal('bad-npy', place);
  const { shape, fortranOrder, descr } = header;
  const { kind, size, read } = valueType(descr, place);
  const count = shape.reduce((product, length) => product * length, 1);
  // Beyond 2⁵³ the product is rounded, but still far above the limit.
  checkSize(count * size, LIMITS.array, place);
  const wanted = end + count * size;
  if (bytes.length !== wanted) {
    const code = bytes.length < wanted ? 'truncated' : 'wrong-size';
    throw refusal(code, place, { found: `${bytes.length}`, wanted: `${wanted}` });
  }
  const body = bytes.subarray(end);
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const at = (position: number) => read(view, position * size);
  return { kind, dtype: descr, shape, fortranOrder, count, bytes: body, at };
}

function headerText(bytes: Uint8Array<ArrayBuffer>, place: DataPlace): { text: string; end: number } {
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

interface ValueType {
  readonly kind: NpyKind;
  /** Bytes. */
  readonly size: number;
  readonly read: (view: DataView, byte: number) => number;
}

const KINDS: Readonly<Record<string, NpyKind>> = { u: 'unsigned', i: 'integer', f: 'float', b: 'boolean' };

function valueType(descr: string, place: DataPlace): ValueType {
  const [, order = '', letter = '', digits = ''] = /^([<>|=])([a-zA-Z])(\d{0,3})$/.exec(descr) ?? [];
  // An array of Python objects is a pickle, which is a program.
  if (letter === 'O') throw refusal('pickle', place);
  const kind = KINDS[letter];
  const size = Number(digits);
  const read = kind && reader(kind, size, order !== '>');
  if (!read || (order === '|' && size > 1)) throw refusal('dtype', place, { found: descr });
  return { kind, size, read };
}

function reader(kind: NpyKind, size: number, little: boolean): ValueType['read'] | undefined {
  switch (`${kind} ${size}`) {
    case 'unsigned 1':
    case 'boolean 1':
      return (view, byte) => view.getUint8(byte);
    case 'integer 1':
      return (view, byte) => view.getInt8(byte);
    case 'unsigned 2':
      return (view, byte) => view.getUint16(byte, little);
    case 'integer 2':
      return (view, byte) => view.getInt16(byte, little);
    case 'unsigned 4':
      return (view, byte) => view.getUint32(byte, little);
    case 'integer 4':
      return (view, byte) => view.getInt32(byte, little);
    case 'unsigned 8':
      return (view, byte) => wide(view.getUint32(byte + (little ? 4 : 0), little), view, byte, little);
    case 'integer 8':
      return (view, byte) => wide(view.getInt32(byte + (little ? 4 : 0), little), view, byte, little);
    case 'float 2':
      return (view, byte) => half(view.getUint16(byte, little));
    case 'float 4':
      return (view, byte) => view.getFloat32(byte, little);
    case 'float 8':
      return (view, byte) => view.getFloat64(byte, little);
    default:
      return undefined;
  }
}

/** 64 bits from their upper half; much faster than by a BigInt. */
const wide = (upper: number, view: DataView, byte: number, little: boolean) =>
  upper * 2 ** 32 + view.getUint32(byte + (little ? 0 : 4), little);

/** A 16-bit float (IEEE 754 binary16): sign, 5 bits of exponent, 10 of fraction. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
