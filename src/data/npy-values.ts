import { type DataPlace, refusal } from './dataset.ts';

type NpyKind = 'unsigned' | 'integer' | 'float' | 'boolean' | 'text';

/** How one value lies in a file. */
export interface ValueType {
  readonly kind: NpyKind;
  /** Bytes. */
  readonly size: number;
  readonly read: (view: DataView, byte: number) => number;
}

const KINDS: Readonly<Record<string, NpyKind>> = {
  u: 'unsigned',
  i: 'integer',
  f: 'float',
  b: 'boolean',
  U: 'text',
  S: 'text',
};

/**
 * @param descr - as numpy writes it: '<f4', '|u1'
 * @throws DataError pickle, dtype
 */
export function valueType(descr: string, place: DataPlace): ValueType {
  const [, order = '', letter = '', digits = ''] = /^([<>|=])([a-zA-Z])(\d{0,3})$/.exec(descr) ?? [];
  // An array of Python objects is a pickle, which is a program.
  if (letter === 'O') throw refusal('pickle', place);
  const kind = KINDS[letter];
  if (kind === 'text' && Number(digits) > 0) return textType(letter, Number(digits));
  const size = Number(digits);
  const read = kind && reader(kind, size, order !== '>');
  if (!read || (order === '|' && size > 1)) throw refusal('dtype', place, { found: descr });
  return { kind, size, read };
}

/** Texts of a fixed length, of which names of classes are read (`npy-texts.ts`): they are no numbers. */
const textType = (letter: string, length: number): ValueType => ({
  kind: 'text',
  size: letter === 'U' ? 4 * length : length,
  read: () => Number.NaN,
});

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
