import { Differences } from './differences.ts';
import { Hybrid } from './hybrid.ts';
import { malformed, notRead } from './malformed.ts';
import type { Leaf } from './schema.ts';

/** Values one after the other. */
interface Values<Value> {
  /** @throws Malformed, RangeError where there are no more */
  next(): Value;
}

/** What a page holds, without its levels. */
interface Encoded<Value> {
  readonly bytes: Uint8Array;
  /** By its number in parquet.thrift. */
  readonly encoding: number;
  /** Values, missing ones too. */
  readonly count: number;
  /** Of the column, if it has had one. */
  readonly dictionary?: readonly Value[] | undefined;
}

/** @throws Malformed, NotRead, RangeError */
export type Decode<Value> = (encoded: Encoded<Value>, leaf: Leaf) => Values<Value>;

/** https://parquet.apache.org/docs/file-format/data-pages/encodings/, by their numbers. */
const ENCODINGS = [
  ...['PLAIN', 'GROUP_VAR_INT', 'PLAIN_DICTIONARY', 'RLE', 'BIT_PACKED', 'DELTA_BINARY_PACKED'],
  ...['DELTA_LENGTH_BYTE_ARRAY', 'DELTA_BYTE_ARRAY', 'RLE_DICTIONARY', 'BYTE_STREAM_SPLIT'],
];

export const decodeNumbers: Decode<number> = ({ bytes, encoding, count, dictionary }, leaf) => {
  const name = ENCODINGS[encoding];
  if (name === 'PLAIN') return plainNumbers(bytes, leaf);
  if (name?.endsWith('_DICTIONARY')) return fromDictionary(bytes, dictionary);
  // Of true and false only; its length stands in front.
  if (name === 'RLE' && leaf.type === 'BOOLEAN') return new Hybrid(bytes, 1, 4);
  if (name === 'DELTA_BINARY_PACKED') return wrapped(new Differences(bytes, count), leaf);
  if (name === 'BYTE_STREAM_SPLIT') return streams(bytes, leaf);
  return notRead(`the encoding ${name ?? encoding}`);
};

export const decodeBytes: Decode<Uint8Array> = ({ bytes, encoding, count, dictionary }) => {
  const name = ENCODINGS[encoding];
  if (name === 'PLAIN') return plainBytes(bytes);
  if (name?.endsWith('_DICTIONARY')) return fromDictionary(bytes, dictionary);
  if (name === 'DELTA_LENGTH_BYTE_ARRAY') return bytesBehindLengths(bytes, count);
  return notRead(`the encoding ${name ?? encoding}`);
};

function fromDictionary<Value>(bytes: Uint8Array, dictionary: readonly Value[] | undefined): Values<Value> {
  const places = new Hybrid(bytes, bytes[0] ?? 0, 1);
  return { next: () => dictionary?.[places.next()] ?? malformed('a value that is in no dictionary') };
}

function plainNumbers(bytes: Uint8Array, { type, meaning }: Pick<Leaf, 'type' | 'meaning'>): Values<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isUnsigned = meaning === 'unsigned';
  let at = 0;
  const each = (size: number, read: (at: number) => number): Values<number> => ({
    next: () => {
      at += size;
      return read(at - size);
    },
  });
  switch (type) {
    case 'BOOLEAN':
      return { next: () => (view.getUint8(at >> 3) >> (at++ & 7)) & 1 };
    case 'INT32':
      return each(4, isUnsigned ? (at) => view.getUint32(at, true) : (at) => view.getInt32(at, true));
    case 'INT64':
      return each(8, (at) => {
        const high = isUnsigned ? view.getUint32(at + 4, true) : view.getInt32(at + 4, true);
        return high * 2 ** 32 + view.getUint32(at, true);
      });
    case 'FLOAT':
      return each(4, (at) => view.getFloat32(at, true));
    case 'DOUBLE':
      return each(8, (at) => view.getFloat64(at, true));
    case 'FIXED_LEN_BYTE_ARRAY':
      return each(2, (at) => halfOf(view.getUint16(at, true)));
    case 'INT96':
    case 'BYTE_ARRAY':
      return notRead(`numbers of type ${type}`);
    default:
      return type satisfies never;
  }
}

/** IEEE 754, 16 bits. */
function halfOf(bits: number): number {
  const [sign, exponent, fraction] = [bits >> 15 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * 2 ** (Math.max(exponent, 1) - 25) * (exponent ? 1024 + fraction : fraction);
}

function plainBytes(bytes: Uint8Array): Values<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  return {
    next() {
      const from = at + 4;
      at = from + view.getUint32(at, true);
      return at <= bytes.length ? bytes.subarray(from, at) : malformed('a value that ends behind its page');
    },
  };
}

/** Differences of 32 bits may go over the end of the numbers and on from the other one. */
const wrapped = (values: Values<number>, { type, meaning }: Leaf): Values<number> =>
  type !== 'INT32'
    ? values
    : { next: meaning === 'unsigned' ? () => values.next() >>> 0 : () => values.next() | 0 };

/** All lengths in front, as differences. */
function bytesBehindLengths(bytes: Uint8Array, most: number): Values<Uint8Array> {
  // Nobody has pages of nothing but empty values.
  const differences = new Differences(bytes, Math.min(most, 8 * bytes.length));
  const lengths = Array.from({ length: differences.count }, () => differences.next());
  let [i, at] = [0, differences.end];
  return {
    next() {
      const length = lengths[i++] ?? malformed('values are missing');
      if (!(length >= 0 && length <= bytes.length - at)) malformed('a value that ends behind its page');
      at += length;
      return bytes.subarray(at - length, at);
    },
  };
}

/** The first bytes of all numbers, then the second ones, and so on. */
function streams(bytes: Uint8Array, { type, meaning, width: fixed }: Leaf): Values<number> {
  const width = meaning === 'half' ? fixed : type === 'INT32' || type === 'FLOAT' ? 4 : 8;
  const count = Math.floor(bytes.length / width);
  const split = new Uint8Array(count * width);
  for (let i = 0; i < count; i++)
    for (let byte = 0; byte < width; byte++) split[i * width + byte] = bytes[byte * count + i] as number;
  return plainNumbers(split, { type, meaning });
}
