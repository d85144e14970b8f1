import type { FunctionBuilder, Local } from '../assembler/function';
import { f32, f32x4, type I32, i32 } from '../assembler/values';
import { channelVectors, FLOAT_BYTES, type Layout, VECTOR_BYTES } from '../layout';
import type { NormStage } from '../stage';

/** Vectors of channels that are worked on at once: twice as many sums stay in registers. */
const GROUP = 6;

/** Where a stage's values of the block lie, in bytes. */
export interface NormValues {
  readonly x: number;
  readonly y: number;
}

/** What a stage learns, as addresses, or as floats from the start of a vector of all parameters. */
export interface NormParameters {
  readonly scale: number;
  readonly shift: number;
  /** The running averages. */
  readonly mean: number;
  readonly variance: number;
}

/** Addresses of what a stage knows of the block at hand, a vector of all channels each. */
export interface NormRegions {
  readonly mean: number;
  readonly variance: number;
  /** 1/√(variance + ε) */
  readonly inverse: number;
  /** What each value is multiplied by, then what is added: of the block, and by the running averages. */
  readonly affine: number;
  readonly readingAffine: number;
}

export const channelBytes = ({ output }: NormStage): number => channelVectors(output) * VECTOR_BYTES;

export const start = (address: number, { origin }: Layout, at: number): I32 =>
  i32.const(address + origin * FLOAT_BYTES + at);

/** 1/N of each channel's values, in all lanes. */
export function oneOf(f: FunctionBuilder, { input }: NormStage, images: I32): Local<'v128'> {
  const values = i32.mul(images, i32.const(input.height * input.width));
  return f.local('v128', f32x4.splat(f32.div(f32.const(1), f32.convertU(values))));
}

/** Groups of vectors of channels, and where each begins in a pixel, in bytes. */
export function overGroups(stage: NormStage, body: (vectors: number, at: number) => void): void {
  const all = channelVectors(stage.output);
  for (let first = 0; first < all; first += GROUP) body(Math.min(GROUP, all - first), first * VECTOR_BYTES);
}

/** Every pixel of every image; the pointers move over values that lie in different ways. */
export function overPixels(
  f: FunctionBuilder,
  images: I32,
  walks: readonly { readonly layout: Layout; readonly pointer: Local<'i32'> }[],
  body: () => void,
): void {
  const { height, width } = (walks[0] as (typeof walks)[number]).layout;
  const move = (floats: (layout: Layout) => number) => {
    for (const { layout, pointer } of walks) f.increase(pointer, floats(layout) * FLOAT_BYTES);
  };
  f.repeat(images, () => {
    f.repeat(height, () => {
      f.repeat(width, () => {
        body();
        move(({ pixel }) => pixel);
      });
      move(({ row, pixel }) => row - width * pixel);
    });
    move(({ size, row }) => size - height * row);
  });
}
