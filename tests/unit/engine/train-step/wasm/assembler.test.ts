import { describe, expect, it } from 'vitest';
import { float32, name, signed, unsigned } from '../../../../../src/engine/train-step/wasm/assembler/encode';
import type { FunctionBuilder } from '../../../../../src/engine/train-step/wasm/assembler/function';
import { ModuleBuilder, PAGE_BYTES } from '../../../../../src/engine/train-step/wasm/assembler/module';
import {
  f32,
  f32x4,
  i32,
  i32x4,
  type MultiplyAdd,
  relaxedMultiplyAdd,
  separateMultiplyAdd,
  type ValueType,
  v128,
} from '../../../../../src/engine/train-step/wasm/assembler/values';
import { hasRelaxedSimd } from '../../../../../src/engine/train-step/wasm/engine-features';

describe('numbers in a module', () => {
  it.each([
    [0, [0x00]],
    [127, [0x7f]],
    [128, [0x80, 0x01]],
    [16_383, [0xff, 0x7f]],
    [16_384, [0x80, 0x80, 0x01]],
    [624_485, [0xe5, 0x8e, 0x26]],
    [2 ** 32 - 1, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  ])('are unsigned LEB128: %i', (value, bytes) => {
    expect(unsigned(value)).toEqual(bytes);
  });

  it.each([
    [0, [0x00]],
    [63, [0x3f]],
    [64, [0xc0, 0x00]],
    [-1, [0x7f]],
    [-64, [0x40]],
    [-65, [0xbf, 0x7f]],
    [-123_456, [0xc0, 0xbb, 0x78]],
    [2 ** 31 - 1, [0xff, 0xff, 0xff, 0xff, 0x07]],
    [-(2 ** 31), [0x80, 0x80, 0x80, 0x80, 0x78]],
  ])('are signed LEB128: %i', (value, bytes) => {
    expect(signed(value)).toEqual(bytes);
  });

  it('are single precision, little endian, and names carry their length', () => {
    expect(float32(1)).toEqual([0x00, 0x00, 0x80, 0x3f]);
    expect(name('env')).toEqual([3, 0x65, 0x6e, 0x76]);
  });
});

/** Runs one function on fresh memory, with these numbers at its start, and returns the numbers there afterwards. */
async function ran(
  parameters: readonly ValueType[],
  write: (f: FunctionBuilder) => void,
  { floats = [] as readonly number[], args = [] as readonly number[], bytes = PAGE_BYTES } = {},
): Promise<Float32Array> {
  const module = new ModuleBuilder(bytes);
  module.function('run', parameters, write);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
  const values = new Float32Array(memory.buffer);
  values.set(floats);
  const { instance } = await WebAssembly.instantiate(module.bytes(), { env: { memory } });
  (instance.exports.run as (...args: readonly number[]) => void)(...args);
  return values;
}

const at0 = i32.const(0);

describe('a function', () => {
  it('repeats a body as often as a parameter says', async () => {
    const write = (f: FunctionBuilder) => {
      f.repeat(f.parameter('i32', 0).get, () => f.storeF32(at0, 0, f32.add(f32.load(at0), f32.const(1.5))));
    };
    expect((await ran(['i32'], write, { args: [7] }))[0]).toBe(10.5);
  });

  it.each([
    [0, 0],
    [1, 1],
    [300, 300],
  ])('repeats a body %i times by a constant', async (times, wanted) => {
    const found = await ran([], (f) => {
      f.repeat(times, () => f.storeF32(at0, 0, f32.add(f32.load(at0), f32.const(1))));
    });
    expect(found[0]).toBe(wanted);
  });

  it('repeats loops in loops, and a variable begins anew where it is set anew', async () => {
    const found = await ran([], (f) => {
      f.repeat(3, () => f.repeat(4, () => f.storeF32(at0, 0, f32.add(f32.load(at0), f32.const(1)))));
    });
    expect(found[0]).toBe(12);
  });

  it.each([
    [0, 0],
    [5, 5],
  ])('goes on while a condition holds that may be false at once: %i', async (end, wanted) => {
    const write = (f: FunctionBuilder) => {
      const i = f.local('i32');
      f.while(i32.ltU(i.get, f.parameter('i32', 0).get), () => {
        f.storeF32(at0, 0, f32.add(f32.load(at0), f32.const(1)));
        f.increase(i, 1);
      });
    };
    expect((await ran(['i32'], write, { args: [end] }))[0]).toBe(wanted);
  });

  it('does what stands in an if only where it is true', async () => {
    const write = (f: FunctionBuilder) => {
      f.if(i32.eq(f.parameter('i32', 0).get, i32.const(3)), () => f.storeF32(at0, 4, f32.const(1)));
      f.if(i32.ne(f.parameter('i32', 0).get, i32.const(3)), () => f.storeF32(at0, 8, f32.const(1)));
    };
    expect([...(await ran(['i32'], write, { args: [3] })).subarray(0, 3)]).toEqual([0, 1, 0]);
  });

  it('reaches far into memory by a constant offset', async () => {
    const far = 3 * PAGE_BYTES + 16_388;
    const found = await ran([], (f) => f.storeF32(at0, far, f32.load(at0, 8)), {
      floats: [0, 0, 2.5],
      bytes: 4 * PAGE_BYTES,
    });
    expect(found[far / 4]).toBe(2.5);
  });

  it('calls another with its arguments in order', async () => {
    const module = new ModuleBuilder(PAGE_BYTES);
    const divide = module.function('divide', ['f32', 'f32'], (f) => {
      f.storeF32(at0, 0, f32.div(f.parameter('f32', 0).get, f.parameter('f32', 1).get));
    });
    module.function('run', [], (f) => f.call(divide, f32.const(3), f32.const(4)));
    const memory = new WebAssembly.Memory({ initial: 1 });
    const { instance } = await WebAssembly.instantiate(module.bytes(), { env: { memory } });
    expect(Object.keys(instance.exports)).toEqual(['divide', 'run']);
    (instance.exports.run as () => void)();
    expect(new Float32Array(memory.buffer)[0]).toBe(0.75);
  });

  it('fills and copies ranges of memory', async () => {
    const found = await ran(
      [],
      (f) => {
        f.copy(i32.const(16), at0, i32.const(8));
        f.zero(at0, i32.const(4));
      },
      { floats: [1, 2, 3] },
    );
    expect([...found.subarray(0, 6)]).toEqual([0, 2, 3, 0, 1, 2]);
  });

  it('refuses a parameter that it does not have, and an offset that is none', () => {
    const module = new ModuleBuilder(0);
    expect(() => module.function('wrong', ['i32'], (f) => f.parameter('f32', 0))).toThrow(TypeError);
    expect(() => f32.load(at0, -4)).toThrow(RangeError);
    expect(() => v128.load(at0, 1.5)).toThrow(RangeError);
  });
});

describe('vectors', () => {
  const a = v128.load(at0);
  const b = v128.load(at0, 16);
  const floats = [4, -2.5, 0, 9, 2, 3, -1, 0.5];
  const result = async (value: typeof a) => [
    ...(await ran([], (f) => f.store(at0, 32, value), { floats })).subarray(8, 12),
  ];

  it.each([
    ['add', f32x4.add(a, b), [6, 0.5, -1, 9.5]],
    ['sub', f32x4.sub(a, b), [2, -5.5, 1, 8.5]],
    ['mul', f32x4.mul(a, b), [8, -7.5, -0, 4.5]],
    ['div', f32x4.div(b, f32x4.const(2)), [1, 1.5, -0.5, 0.25]],
    ['pmax', f32x4.pmax(a, b), [4, 3, 0, 9]],
    ['pmin', f32x4.pmin(a, b), [2, -2.5, -1, 0.5]],
    ['neg', f32x4.neg(b), [-2, -3, 1, -0.5]],
    ['sqrt', f32x4.sqrt(f32x4.mul(a, a)), [4, 2.5, 0, 9]],
    ['nearest', f32x4.nearest(a), [4, -2, 0, 9]],
    ['splat', f32x4.splat(f32x4.lane(a, 3)), [9, 9, 9, 9]],
    ['load32Splat', v128.load32Splat(at0, 4), [-2.5, -2.5, -2.5, -2.5]],
    ['words', v128.words(a, b, [1, 3, 4, 7]), [-2.5, 9, 2, 0.5]],
    ['bitselect', v128.bitselect(a, b, f32x4.gt(a, b)), [4, 3, 0, 9]],
    ['and', v128.and(a, v128.const(-1, 0, -1, 0)), [4, 0, 0, 0]],
    ['convert', f32x4.convert(i32x4.truncSat(a)), [4, -2, 0, 9]],
    ['bytesToWords', f32x4.convert(v128.bytesToWords(v128.const(0x04_03_ff_01))), [1, 255, 3, 4]],
    ['shift', f32x4.convert(i32x4.shrU(i32x4.shl(v128.const(5), 4), 3)), [10, 10, 10, 10]],
    ['bitmask', f32x4.splat(f32.convertU(i32x4.bitmask(f32x4.ne(a, f32x4.const(0))))), [11, 11, 11, 11]],
    ['multiply and add', separateMultiplyAdd(a, b, f32x4.const(1)), [9, -6.5, 1, 5.5]],
  ] as const)('%s', async (_, value, wanted) => {
    expect(await result(value)).toEqual([...wanted]);
  });

  it('store one half of a vector', async () => {
    const found = await ran([], (f) => f.storeHalf(at0, 32, a, 1), { floats });
    expect([...found.subarray(8, 12)]).toEqual([0, 9, 0, 0]);
  });

  const validates = (madd: MultiplyAdd) => {
    const module = new ModuleBuilder(PAGE_BYTES);
    module.function('probe', [], (f) => f.store(at0, 0, madd(a, b, a)));
    return WebAssembly.validate(module.bytes());
  };

  it('multiply and add separately in every engine, at once where the engine has relaxed SIMD', () => {
    expect(validates(separateMultiplyAdd)).toBe(true);
    expect(validates(relaxedMultiplyAdd)).toBe(WebAssembly.validate(RELAXED_MADD));
    expect(hasRelaxedSimd()).toBe(WebAssembly.validate(RELAXED_MADD));
  });
});

/** A module of one function that returns f32x4.relaxed_madd of three zeros, written by hand. */
const RELAXED_MADD = new Uint8Array([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b],
  ...[0x03, 0x02, 0x01, 0x00],
  ...[0x0a, 0x13, 0x01, 0x11, 0x00],
  ...[0x41, 0x00, 0xfd, 0x0f, 0x41, 0x00, 0xfd, 0x0f, 0x41, 0x00, 0xfd, 0x0f],
  ...[0xfd, 0x85, 0x02, 0x0b],
]);
