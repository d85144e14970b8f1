import type { Callee, Local } from '../assembler/function';
import { f32x4, i32, i32x4, type V128, v128 } from '../assembler/values';
import { channelVectors, FLOAT_BYTES, VECTOR_BYTES } from '../layout';
import type { DropoutStage } from '../stage';
import type { Emitter } from './emitter';

/** Threefry-2x32's own numbers: those of src/model/random.ts, to whose stream this has to be equal. */
const PARITY = 0x1bd11bda;
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;
const GROUPS = 5;
/** Values that one turn of the kernel gives, and the counters of the generator that it takes for them. */
export const MASK_TURN = { values: 8, counters: 4 } as const;
const WORD_BITS = 32;
/** A uniform number is the upper bits of a word. */
const UNIFORM_BITS = 24;

/** A mask begins on a turn's first word: it may begin so many values before the one that is wanted. */
export const MASK_SPARE = 2 * MASK_TURN.values;

const rotateLeft = (x: V128, bits: number) => v128.or(i32x4.shl(x, bits), i32x4.shrU(x, WORD_BITS - bits));

/**
 * What values are multiplied by: 0 with the probability of the share, else 1 / (1 − share). The same numbers as
 * dropoutMask in ../../dropout-mask.ts.
 * @returns function(key 0, key 1, index of the stream, first counter, turns): writes 8 values a turn
 */
export function dropoutMaskKernel(
  { module }: Emitter,
  mask: number,
  percent: number,
  exported: string,
): Callee {
  const share = percent / 100;
  return module.function(exported, ['i32', 'i32', 'i32', 'i32', 'i32'], (f) => {
    const [key0, key1, index, counter, turns] = [0, 1, 2, 3, 4].map((i) => f.parameter('i32', i)) as [
      Local<'i32'>,
      Local<'i32'>,
      Local<'i32'>,
      Local<'i32'>,
      Local<'i32'>,
    ];
    const keys = [key0, key1].map((key) => f.local('v128', i32x4.splat(key.get))) as [
      Local<'v128'>,
      Local<'v128'>,
    ];
    const third = f.local('v128', v128.xor(v128.const(PARITY), v128.xor(keys[0].get, keys[1].get)));
    const counters = f.local('v128', i32x4.add(i32x4.splat(counter.get), v128.const(0, 1, 2, 3)));
    const stream = f.local('v128', i32x4.splat(index.get));
    const to = f.local('i32', i32.const(mask));
    const [x, y] = f.locals('v128', 2) as [Local<'v128'>, Local<'v128'>];
    f.repeat(turns.get, () => {
      threefry([keys[0], keys[1], third], { x, y, counters, stream });
      f.store(to.get, 0, maskOf(v128.words(x.get, y.get, [0, 4, 1, 5]), share));
      f.store(to.get, VECTOR_BYTES, maskOf(v128.words(x.get, y.get, [2, 6, 3, 7]), share));
      f.increase(to, MASK_TURN.values * FLOAT_BYTES);
      counters.set(i32x4.add(counters.get, v128.const(MASK_TURN.counters)));
    });
  });
}

function threefry(
  keys: readonly [Local<'v128'>, Local<'v128'>, Local<'v128'>],
  { x, y, counters, stream }: Record<'x' | 'y' | 'counters' | 'stream', Local<'v128'>>,
): void {
  const key = (i: number) => (keys[i % 3] as Local<'v128'>).get;
  x.set(i32x4.add(counters.get, key(0)));
  y.set(i32x4.add(stream.get, key(1)));
  for (let group = 0; group < GROUPS; group++) {
    for (let i = 0; i < 4; i++) {
      x.set(i32x4.add(x.get, y.get));
      y.set(v128.xor(rotateLeft(y.get, ROTATIONS[((group & 1) * 4 + i) as 0]), x.get));
    }
    x.set(i32x4.add(x.get, key(group + 1)));
    y.set(i32x4.add(i32x4.add(y.get, key(group + 2)), v128.const(group + 1)));
  }
}

function maskOf(words: V128, share: number): V128 {
  const uniform = i32x4.shrU(words, WORD_BITS - UNIFORM_BITS);
  const dropped = i32x4.ltS(uniform, v128.const(Math.ceil(share * 2 ** UNIFORM_BITS)));
  return v128.bitselect(f32x4.const(0), f32x4.const(1 / (1 - share)), dropped);
}

/**
 * Multiplies an image's values by its mask.
 * @param from - how the values lie that are read, and `to` those that are written
 * @returns function(from, to, mask): addresses; the mask is tight, [row][column][channel]
 */
export function dropoutApply(
  { module }: Emitter,
  { input, output }: Pick<DropoutStage, 'input' | 'output'>,
): Callee {
  return module.function('dropout', ['i32', 'i32', 'i32'], (f) => {
    const [x, y, mask] = [0, 1, 2].map((i) => f.parameter('i32', i)) as [
      Local<'i32'>,
      Local<'i32'>,
      Local<'i32'>,
    ];
    f.increase(x, input.origin * FLOAT_BYTES);
    f.increase(y, output.origin * FLOAT_BYTES);
    // Where pixels hold no filling a row is worked on at once; else the last vector of a pixel takes some of the next
    // pixel's mask for its filling, which is zero.
    const tight = input.pixel === input.channels;
    const pixels = tight ? 1 : input.width;
    const vectors = tight ? (input.width * input.channels) / 4 : channelVectors(input);
    const maskFloats = tight ? input.width * input.channels : input.channels;
    f.repeat(input.height, () => {
      f.repeat(pixels, () => {
        f.repeat(vectors, () => {
          f.store(y.get, 0, f32x4.mul(v128.load(x.get), v128.load(mask.get)));
          for (const pointer of [x, y, mask]) f.increase(pointer, VECTOR_BYTES);
        });
        f.increase(mask, maskFloats * FLOAT_BYTES - vectors * VECTOR_BYTES);
      });
      f.increase(x, (input.row - input.width * input.pixel) * FLOAT_BYTES);
      f.increase(y, (output.row - output.width * output.pixel) * FLOAT_BYTES);
    });
  });
}
