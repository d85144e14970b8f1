import { deltaBinaryUnpack, deltaLengthByteArray } from 'hyparquet/src/delta.js';
import { Hybrid } from './hybrid.ts';
import { malformed, notRead } from './malformed.ts';
import type { Leaf } from './schema.ts';
import { ThriftReader } from './thrift.ts';

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
  if (name === 'DELTA_BINARY_PACKED') return oneByOne(differences(bytes, count));
  if (name === 'BYTE_STREAM_SPLIT') return streams(bytes, leaf);
  return notRead(`the encoding ${name ?? encoding}`);
};

export const decodeBytes: Decode<Uint8Array> = ({ bytes, encoding, count, dictionary }) => {
  const name = ENCODINGS[encoding];
  if (name === 'PLAIN') return plainBytes(bytes);
  if (name?.endsWith('_DICTIONARY')) return fromDictionary(bytes, dictionary);
  if (name === 'DELTA_LENGTH_BYTE_ARRAY') {
    const values: Uint8Array[] = [];
    deltaLengthByteArray(readerOf(bytes), countOfDifferences(bytes, count), values);
    return oneByOne(values);
  }
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

const MOST_IN_BLOCK = 2 ** 16;
/** In a page. */
const MOST_DIFFERENCES = 2 ** 22;

/**
 * Values that are written as differences. hyparquet believes the sizes that stand in front, which are looked at here.
 * @param most - values that there may be
 */
function countOfDifferences(bytes: Uint8Array, most: number): number {
  const reader = new ThriftReader(bytes);
  const [block, parts, count] = [reader.unsigned(), reader.unsigned(), reader.unsigned()];
  const isSound = block > 0 && block <= MOST_IN_BLOCK && parts > 0 && block % (32 * parts) === 0;
  if (!isSound || count > Math.min(most, MOST_DIFFERENCES))
    malformed(`${count} differences in blocks of ${block}`);
  return count;
}

/** Of 64 bits too: whole numbers that an image has lie within 32. */
function differences(bytes: Uint8Array, most: number): Int32Array {
  const values = new Int32Array(countOfDifferences(bytes, most));
  if (values.length > 0) deltaBinaryUnpack(readerOf(bytes), values.length, values);
  return values;
}

const readerOf = (bytes: Uint8Array) => ({
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length),
  offset: 0,
});

/** The first bytes of all numbers, then the second ones, and so on. */
function streams(bytes: Uint8Array, { type, meaning, width: fixed }: Leaf): Values<number> {
  const width = meaning === 'half' ? fixed : type === 'INT32' || type === 'FLOAT' ? 4 : 8;
  const count = Math.floor(bytes.length / width);
  const split = new Uint8Array(count * width);
  for (let i = 0; i < count; i++)
    for (let byte = 0; byte < width; byte++) split[i * width + byte] = bytes[byte * count + i] as number;
  return plainNumbers(split, { type, meaning });
}

function oneByOne<Value>(values: ArrayLike<Value>): Values<Value> {
  let at = 0;
  return { next: () => values[at++] ?? malformed('values are missing') };
}
