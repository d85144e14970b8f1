import type { Callee, FunctionBuilder, Local } from '../assembler/function';
import { f32x4, i32, i32x4, LANES, v128 } from '../assembler/values';
import { channelVectors, FLOAT_BYTES, VECTOR_BYTES } from '../layout';
import type { ConvStage } from '../stage';
import { throughActivation } from './activation';
import type { Emitter } from './emitter';

/** An entry: where its patch of the input begins (bytes from the image's first value), and the gradient. */
export const ENTRY = { patch: 0, gradient: 4, bytes: 8 } as const;

export interface EntryRegions {
  /** [channel][entry], bytes. */
  readonly lists: number;
  /** Where each channel's list ends: [channel], addresses. */
  readonly ends: number;
}

/** From a channel's list to the next: at most each output has an entry. */
export const listBytes = ({ output }: ConvStage) => output.height * output.width * ENTRY.bytes;
export const allListsBytes = (stage: ConvStage) => stage.output.channels * listBytes(stage);

/**
 * Lists for each channel the gradients in front of the activation that are not zero, with the patches that they belong
 * to. Of a max-pooled window that is one place in four or nine, and ReLU leaves about half of them: what remains is
 * all that the gradients of the kernel and of the input need.
 * @returns function(output, gradient of the output, argmax, gradient of the bias): addresses; adds to the last
 */
export function sparseGradients(emitter: Emitter, stage: ConvStage, regions: EntryRegions): Callee {
  const { output } = stage;
  return emitter.module.function('conv entries', ['i32', 'i32', 'i32', 'i32'], (f) => {
    const [y, gradient, argmax, bias] = [0, 1, 2, 3].map((i) => f.parameter('i32', i)) as [
      Local<'i32'>,
      Local<'i32'>,
      Local<'i32'>,
      Local<'i32'>,
    ];
    const list = f.local('i32', i32.const(regions.lists));
    const end = f.local('i32', i32.const(regions.ends));
    f.increase(y, output.origin * FLOAT_BYTES);
    f.increase(gradient, output.origin * FLOAT_BYTES);
    const write = (channels: number) => {
      listVector(f, stage, { y, gradient, argmax, bias, list, end }, channels);
      f.increase(list, channels * listBytes(stage));
      f.increase(end, channels * FLOAT_BYTES);
      for (const pointer of [y, gradient, argmax, bias]) f.increase(pointer, VECTOR_BYTES);
    };
    f.repeat(Math.floor(output.channels / LANES), () => write(LANES));
    if (output.channels % LANES > 0) write(output.channels % LANES);
  });
}

type Pointers = Record<'y' | 'gradient' | 'argmax' | 'bias' | 'list' | 'end', Local<'i32'>>;

/** The lists of the channels of one vector. */
function listVector(f: FunctionBuilder, stage: ConvStage, pointers: Pointers, channels: number): void {
  const { output, input, pool, stride } = stage;
  const window = pool * stride * FLOAT_BYTES;
  const [y, gradient, argmax] = [pointers.y, pointers.gradient, pointers.argmax].map((p) =>
    f.local('i32', p.get),
  ) as [Local<'i32'>, Local<'i32'>, Local<'i32'>];
  const ends = Array.from({ length: channels }, (_, lane) =>
    f.local('i32', i32.plus(pointers.list.get, lane * listBytes(stage))),
  );
  const bias = f.local('v128', v128.load(pointers.bias.get));
  const row = f.local('i32', i32.const(0));
  const patch = f.local('i32');
  const value = f.local('v128');
  const from = f.local('v128');
  const used = f.local('i32');
  f.repeat(output.height, () => {
    patch.set(row.get);
    f.repeat(output.width, () => {
      value.set(throughActivation(stage.activation, v128.load(y.get), v128.load(gradient.get)));
      bias.set(f32x4.add(bias.get, value.get));
      const splat = i32x4.splat(patch.get);
      from.set(pool === 1 ? splat : i32x4.add(splat, v128.load(argmax.get)));
      storeEntries(f, ends, from, value);
      used.set(i32x4.bitmask(f32x4.ne(value.get, f32x4.const(0))));
      for (const [lane, end] of ends.entries()) f.increase(end, entryBytes(used, lane));
      f.increase(patch, window * input.pixel);
      f.increase(y, output.pixel * FLOAT_BYTES);
      f.increase(gradient, output.pixel * FLOAT_BYTES);
      f.increase(argmax, channelVectors(output) * VECTOR_BYTES);
    });
    f.increase(row, window * input.row);
    // Over the border, where the next convolution has one.
    f.increase(y, (output.row - output.width * output.pixel) * FLOAT_BYTES);
    f.increase(gradient, (output.row - output.width * output.pixel) * FLOAT_BYTES);
  });
  f.store(pointers.bias.get, 0, bias.get);
  for (const [lane, end] of ends.entries()) {
    f.storeI32(pointers.end.get, lane * FLOAT_BYTES, end.get);
  }
}

/** ENTRY.bytes where the lane's bit is set, else 0. */
function entryBytes(used: Local<'i32'>, lane: number) {
  const shifted = lane < 3 ? i32.shl(used.get, i32.const(3 - lane)) : used.get;
  return i32.and(shifted, i32.const(ENTRY.bytes));
}

/** Writes an entry at the end of each list, also one that is zero: the next is written over it. */
function storeEntries(
  f: FunctionBuilder,
  ends: readonly Local<'i32'>[],
  from: Local<'v128'>,
  value: Local<'v128'>,
): void {
  const pairs = [
    v128.words(from.get, value.get, [0, 4, 1, 5]),
    v128.words(from.get, value.get, [2, 6, 3, 7]),
  ];
  const two = f.local('v128');
  ends.forEach((end, lane) => {
    const half = (lane % 2) as 0 | 1;
    if (half === 0) two.set(pairs[lane / 2] ?? from.get);
    f.storeHalf(end.get, 0, two.get, half);
  });
}
