import { float32, signed, unsigned } from './encode';

/**
 * Expressions of WebAssembly: each is the code that leaves one value of its type on the stack. Names are those of the
 * specification; memory operands are a base address and a constant offset in bytes.
 */
export type ValueType = 'i32' | 'f32' | 'v128';

export interface Value<T extends ValueType> {
  readonly type: T;
  readonly code: readonly number[];
}
export type I32 = Value<'i32'>;
export type F32 = Value<'f32'>;
export type V128 = Value<'v128'>;

const SIMD = 0xfd;
/** Words of 32 bits in a vector. */
export const LANES = 4;

export const value = <T extends ValueType>(type: T, ...code: (number | readonly number[])[]): Value<T> => ({
  type,
  code: code.flat(),
});

/** The opcode of a SIMD instruction. */
export const simd = (instruction: number) => [SIMD, ...unsigned(instruction)];

/** Base address with a constant offset; `align` is the exponent of the alignment that may be relied upon. */
export const operand = (align: number, offset: number) => {
  if (!Number.isInteger(offset) || offset < 0) throw new RangeError(`an offset of ${offset} bytes`);
  return [...unsigned(align), ...unsigned(offset)];
};

type Binary<T extends ValueType, R extends ValueType = T> = (a: Value<T>, b: Value<T>) => Value<R>;

const binary =
  <T extends ValueType, R extends ValueType = T>(type: R, ...opcode: number[]): Binary<T, R> =>
  (a, b) =>
    value(type, a.code, b.code, opcode);
const ofVectors = (instruction: number) => binary<'v128'>('v128', ...simd(instruction));
const ofVector = (instruction: number) => (a: V128) => value('v128', a.code, simd(instruction));

const add = binary<'i32'>('i32', 0x6a);
const constant = (n: number): I32 => value('i32', 0x41, signed(n));

export const i32 = {
  const: constant,
  add,
  /** The sum with a constant; nothing where that is 0. */
  plus: (a: I32, n: number): I32 => (n === 0 ? a : add(a, constant(n))),
  sub: binary<'i32'>('i32', 0x6b),
  mul: binary<'i32'>('i32', 0x6c),
  divU: binary<'i32'>('i32', 0x6e),
  and: binary<'i32'>('i32', 0x71),
  shl: binary<'i32'>('i32', 0x74),
  shrU: binary<'i32'>('i32', 0x76),
  eq: binary<'i32'>('i32', 0x46),
  ne: binary<'i32'>('i32', 0x47),
  ltU: binary<'i32'>('i32', 0x49),
  load: (base: I32, offset = 0): I32 => value('i32', base.code, 0x28, operand(2, offset)),
  load8U: (base: I32, offset = 0): I32 => value('i32', base.code, 0x2d, operand(0, offset)),
} as const;

export const f32 = {
  const: (n: number): F32 => value('f32', 0x43, float32(n)),
  load: (base: I32, offset = 0): F32 => value('f32', base.code, 0x2a, operand(2, offset)),
  add: binary<'f32'>('f32', 0x92),
  sub: binary<'f32'>('f32', 0x93),
  mul: binary<'f32'>('f32', 0x94),
  div: binary<'f32'>('f32', 0x95),
  gt: binary<'f32', 'i32'>('i32', 0x5e),
  ge: binary<'f32', 'i32'>('i32', 0x60),
  convertU: (a: I32): F32 => value('f32', a.code, 0xb3),
} as const;

export const v128 = {
  load: (base: I32, offset = 0): V128 => value('v128', base.code, simd(0x00), operand(2, offset)),
  /** One single-precision number in all lanes. */
  load32Splat: (base: I32, offset = 0): V128 => value('v128', base.code, simd(0x09), operand(2, offset)),
  /** Four bytes in lane 0, zero in the others. */
  load32Zero: (base: I32, offset = 0): V128 => value('v128', base.code, simd(0x5c), operand(0, offset)),
  /** Four words, or the same word four times. */
  const: (...words: readonly [number, number, number, number] | readonly [number]): V128 => {
    const all = words.length === 1 ? Array<number>(LANES).fill(words[0]) : words;
    return value('v128', simd(0x0c), [...new Uint8Array(new Int32Array(all).buffer)]);
  },
  and: ofVectors(0x4e),
  or: ofVectors(0x50),
  xor: ofVectors(0x51),
  /** Bits of a where the mask has ones, of b where it has zeros. */
  bitselect: (a: V128, b: V128, mask: V128): V128 => value('v128', a.code, b.code, mask.code, simd(0x52)),
  /** Four of the eight words of a (0 to 3) and b (4 to 7). */
  words: (a: V128, b: V128, words: readonly [number, number, number, number]): V128 => {
    const bytes = words.flatMap((word) => [0, 1, 2, 3].map((byte) => 4 * word + byte));
    return value('v128', a.code, b.code, simd(0x0d), bytes);
  },
  /** Bytes 0 to 3 of a as four unsigned words. */
  bytesToWords: (a: V128): V128 => value('v128', a.code, simd(0x89), simd(0xa9)),
} as const;

const shift = (instruction: number) => (a: V128, bits: number) =>
  value('v128', a.code, constant(bits).code, simd(instruction));

export const i32x4 = {
  splat: (a: I32): V128 => value('v128', a.code, simd(0x11)),
  ltS: ofVectors(0x39),
  add: ofVectors(0xae),
  sub: ofVectors(0xb1),
  shl: shift(0xab),
  shrU: shift(0xad),
  /** The sign of each lane as one bit. */
  bitmask: (a: V128): I32 => value('i32', a.code, simd(0xa4)),
  truncSat: ofVector(0xf8),
} as const;

export const f32x4 = {
  const: (n: number): V128 => value('v128', simd(0x0c), Array(LANES).fill(float32(n)).flat()),
  splat: (a: F32): V128 => value('v128', a.code, simd(0x13)),
  lane: (a: V128, lane: number): F32 => value('f32', a.code, simd(0x1f), lane),
  convert: ofVector(0xfa),
  nearest: ofVector(0x6a),
  sqrt: ofVector(0xe3),
  neg: ofVector(0xe1),
  add: ofVectors(0xe4),
  sub: ofVectors(0xe5),
  mul: ofVectors(0xe6),
  div: ofVectors(0xe7),
  /** b < a ? b : a, one instruction of the processor, unlike `min`. */
  pmin: ofVectors(0xea),
  /** a < b ? b : a */
  pmax: ofVectors(0xeb),
  ne: ofVectors(0x42),
  gt: ofVectors(0x44),
} as const;

/** How a·b + c is computed: by one instruction with one rounding where the engine has relaxed SIMD, else by two. */
export type MultiplyAdd = (a: V128, b: V128, c: V128) => V128;
export const relaxedMultiplyAdd: MultiplyAdd = (a, b, c) =>
  value('v128', a.code, b.code, c.code, simd(0x105));
export const separateMultiplyAdd: MultiplyAdd = (a, b, c) =>
  value('v128', a.code, b.code, simd(0xe6), c.code, simd(0xe4));
