import { malformed } from './malformed.ts';

/** A struct of Thrift: values by the numbers of their fields. */
export interface Struct extends ReadonlyMap<number, ThriftValue> {}
type ThriftValue = number | boolean | Uint8Array | Struct | readonly ThriftValue[];

/** Parquet's own structs are nested half as deep. */
const DEEPEST = 20;
/** Bytes of a number of 64 bits, seven of them in each. */
const LONGEST_NUMBER = 10;

/**
 * Reads Thrift's compact protocol, in which Parquet writes all that is not data. Nothing is made that is larger than
 * what lies there.
 * https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
 */
export class ThriftReader {
  /** @param at - where to read next */
  constructor(
    private readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  /** @throws Malformed */
  struct(depth = 0): Struct {
    if (depth > DEEPEST) malformed('structs in structs without an end');
    const fields = new Map<number, ThriftValue>();
    for (let id = 0; ; ) {
      const head = this.byte();
      const type = head & 15;
      if (type === 0) return fields;
      id = head >> 4 ? id + (head >> 4) : this.integer();
      // Of fields the type says whether they are true; of lists a byte does.
      fields.set(id, type <= 2 ? type === 1 : this.value(type, depth));
    }
  }

  /** Without a sign, seven bits a byte. @throws Malformed */
  unsigned(): number {
    let value = 0;
    for (let i = 0; i < LONGEST_NUMBER; i++) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** (7 * i);
      if (byte < 128) return value;
    }
    return malformed('a number of more than 64 bits');
  }

  /** Zigzag: 0, −1, 1, −2 … @throws Malformed */
  integer(): number {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  byte(): number {
    return this.bytes[this.at++] ?? malformed('it ends too early');
  }

  private value(type: number, depth: number): ThriftValue {
    switch (type) {
      case 1:
      case 2:
        return this.byte() === 1;
      case 3:
        return this.byte();
      case 4:
      case 5:
      case 6:
        return this.integer();
      case 7:
        this.at += 8;
        return 0;
      case 8:
        return this.binary();
      case 9:
      case 10:
        return this.list(depth);
      case 12:
        return this.struct(depth + 1);
      default:
        return malformed(`a field of type ${type}`);
    }
  }

  private binary(): Uint8Array {
    const length = this.unsigned();
    if (length > this.bytes.length - this.at) malformed('a text that is longer than the file');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  private list(depth: number): ThriftValue[] {
    if (depth > DEEPEST) malformed('lists in lists without an end');
    const head = this.byte();
    const length = head >> 4 === 15 ? this.unsigned() : head >> 4;
    // Each takes a byte at least.
    if (length > this.bytes.length - this.at) malformed('a list that is longer than the file');
    return Array.from({ length }, () => this.value(head & 15, depth + 1));
  }
}

/** A field that is a number, not below 0 and exact; undefined where there is none. @throws Malformed */
export function countIn(struct: Struct, field: number): number | undefined {
  const value = struct.get(field);
  if (value === undefined) return undefined;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : malformed(`${String(value)} in field ${field}`);
}

/** The same of a field that there has to be. @throws Malformed */
export const neededCount = (struct: Struct, field: number): number =>
  countIn(struct, field) ?? malformed(`no field ${field}`);

export function structIn(struct: Struct, field: number): Struct | undefined {
  const value = struct.get(field);
  return isStruct(value) ? value : undefined;
}

export function structsIn(struct: Struct, field: number): Struct[] {
  const value = struct.get(field);
  return Array.isArray(value) ? value.filter(isStruct) : [];
}

export function textsIn(struct: Struct, field: number): string[] {
  const value = struct.get(field);
  return Array.isArray(value) ? value.map((each) => (each instanceof Uint8Array ? textOf(each) : '')) : [];
}

export function textIn(struct: Struct, field: number): string | undefined {
  const value = struct.get(field);
  return value instanceof Uint8Array ? textOf(value) : undefined;
}

const isStruct = (value: unknown): value is Struct => value instanceof Map;

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
