import { unsigned, vector } from './encode';
import {
  type F32,
  type I32,
  i32,
  operand,
  simd,
  type V128,
  type Value,
  type ValueType,
  value,
} from './values';

export const TYPE_CODES: Record<ValueType, number> = { i32: 0x7f, f32: 0x7d, v128: 0x7b };
const NO_RESULT = 0x40;
const END = 0x0b;

/** A variable of a function. `get` reads it, `set` is a statement of the function that made it. */
export interface Local<T extends ValueType> {
  readonly get: Value<T>;
  set(to: Value<T>): void;
}

/** A function that others can call. */
export interface Callee {
  readonly index: number;
}

/** The code of one function, statement by statement. */
export class FunctionBuilder {
  private readonly localTypes: ValueType[] = [];
  private readonly body: number[] = [];

  constructor(private readonly parameters: readonly ValueType[]) {}

  parameter<T extends ValueType>(type: T, index: number): Local<T> {
    if (this.parameters[index] !== type) throw new TypeError(`parameter ${index} is no ${type}`);
    return this.variable(type, index);
  }

  /** A new variable, 0 at the function's start. */
  local<T extends ValueType>(type: T, initial?: Value<T>): Local<T> {
    const made = this.variable(type, this.parameters.length + this.localTypes.length);
    this.localTypes.push(type);
    if (initial) made.set(initial);
    return made;
  }

  locals<T extends ValueType>(type: T, count: number): Local<T>[] {
    return Array.from({ length: count }, () => this.local(type));
  }

  increase(variable: Local<'i32'>, by: number | I32): void {
    if (by === 0) return;
    variable.set(i32.add(variable.get, typeof by === 'number' ? i32.const(by) : by));
  }

  storeI32(base: I32, offset: number, stored: I32): void {
    this.push(base.code, stored.code, 0x36, operand(2, offset));
  }

  storeF32(base: I32, offset: number, stored: F32): void {
    this.push(base.code, stored.code, 0x38, operand(2, offset));
  }

  store(base: I32, offset: number, stored: V128): void {
    this.push(base.code, stored.code, simd(0x0b), operand(2, offset));
  }

  /** The lower (0) or upper (1) two words of a vector. */
  storeHalf(base: I32, offset: number, stored: V128, half: 0 | 1): void {
    this.push(base.code, stored.code, simd(0x5b), operand(2, offset), half);
  }

  /** Sets `bytes` bytes from `start` on to zero. */
  zero(start: I32, bytes: I32): void {
    this.push(start.code, i32.const(0).code, bytes.code, 0xfc, 0x0b, 0x00);
  }

  /** Copies bytes, also between overlapping regions. */
  copy(to: I32, from: I32, bytes: I32): void {
    this.push(to.code, from.code, bytes.code, 0xfc, 0x0a, 0x00, 0x00);
  }

  /**
   * The body so many times; a constant 1 makes no loop, a constant 0 nothing.
   * @param times - computed ones at least 1: the count is looked at after the body, and 0 would be 2³² times
   */
  repeat(times: number | I32, body: () => void): void {
    if (times === 0) return;
    if (times === 1) {
      body();
      return;
    }
    const left = this.local('i32', typeof times === 'number' ? i32.const(times) : times);
    this.push(0x03, NO_RESULT);
    body();
    left.set(i32.sub(left.get, i32.const(1)));
    this.push(left.get.code, 0x0d, 0x00, END);
  }

  /** The body while a condition holds that is looked at before each time. */
  while(condition: I32, body: () => void): void {
    this.if(condition, () => {
      this.push(0x03, NO_RESULT);
      body();
      this.push(condition.code, 0x0d, 0x00, END);
    });
  }

  if(condition: I32, body: () => void): void {
    this.push(condition.code, 0x04, NO_RESULT);
    body();
    this.push(END);
  }

  call(callee: Callee, ...args: readonly Value<ValueType>[]): void {
    this.push(...args.map((arg) => arg.code), 0x10, unsigned(callee.index));
  }

  /** The function as the code section holds it. */
  bytes(): number[] {
    const locals = this.localTypes.map((type) => [1, TYPE_CODES[type]]);
    return [...vector(locals), ...this.body, END];
  }

  private variable<T extends ValueType>(type: T, index: number): Local<T> {
    const at = unsigned(index);
    return {
      get: value(type, 0x20, at),
      set: (to) => this.push(to.code, 0x21, at),
    };
  }

  private push(...code: (number | readonly number[])[]): void {
    for (const part of code) {
      if (typeof part === 'number') this.body.push(part);
      else for (const byte of part) this.body.push(byte);
    }
  }
}
