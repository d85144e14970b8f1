import type { Callee, FunctionBuilder, Local } from '../assembler/function';
import { f32x4, i32, LANES, v128 } from '../assembler/values';
import { FLOAT_BYTES, VECTOR_BYTES } from '../layout';
import type { ConvStage } from '../stage';
import type { Emitter } from './emitter';
import { ENTRY, type EntryRegions, listBytes } from './sparse-gradients';

/**
 * A kernel as the backward pass reads it, and as its gradient is summed: for each output channel the kernel's rows as
 * they lie on the input, each filled up to whole vectors.
 */
export const kernelRowVectors = ({ kernel, input }: ConvStage) => Math.ceil((kernel * input.pixel) / LANES);
/** Floats of one output channel's kernel. */
export const kernelFloats = (stage: ConvStage) => stage.kernel * kernelRowVectors(stage) * LANES;

/** True where float i of a kernel row stands for a weight and not for filling. */
export const isWeight = ({ kernel, input }: ConvStage, i: number) =>
  i < kernel * input.pixel && i % input.pixel < input.channels;

/** Vectors of a patch that are worked on at once, and the registers for them. */
const MOST_VECTORS = 12;

interface Part {
  /** Bytes from the first vector of the patch, on the input and in the kernel. */
  readonly input: number;
  readonly kernel: number;
  /** Of each lane: 1 where it is a weight. */
  readonly lanes: readonly boolean[];
}

/** The patch in parts that fit the registers, of nearly equal size. */
function partsOf(stage: ConvStage): Part[][] {
  const row = kernelRowVectors(stage);
  const vectors = Array.from({ length: stage.kernel * row }, (_, i): Part => {
    const [ky, v] = [Math.floor(i / row), i % row];
    return {
      input: (ky * stage.input.row + v * LANES) * FLOAT_BYTES,
      kernel: i * VECTOR_BYTES,
      lanes: [0, 1, 2, 3].map((lane) => isWeight(stage, v * LANES + lane)),
    };
  });
  const count = Math.ceil(vectors.length / MOST_VECTORS);
  const size = Math.ceil(vectors.length / count);
  return Array.from({ length: count }, (_, i) => vectors.slice(i * size, (i + 1) * size)).filter(
    (part) => part.length > 0,
  );
}

/**
 * The gradient of the kernel from one image: for each channel the sum of gradient × patch over its entries.
 * @returns function(input of the image, gradient of the kernel): addresses; adds to the second
 */
export function convKernelGradient(
  { module, madd }: Emitter,
  stage: ConvStage,
  regions: EntryRegions,
): Callee {
  return module.function('conv kernel gradient', ['i32', 'i32'], (f) => {
    const input = f.parameter('i32', 0);
    const kernel = f.parameter('i32', 1);
    overChannels(f, stage, regions, kernel, (list) => {
      for (const part of partsOf(stage)) {
        const sums = part.map(() => f.local('v128', f32x4.const(0)));
        overEntries(f, list, (patch, gradient) => {
          const at = f.local('i32', i32.add(input.get, patch));
          part.forEach((vector, i) => {
            const sum = sums[i] as Local<'v128'>;
            sum.set(madd(v128.load(at.get, vector.input), gradient.get, sum.get));
          });
        });
        part.forEach((vector, i) => {
          const sum = (sums[i] as Local<'v128'>).get;
          const [a, b, c, d] = vector.lanes.map((isWeight) => (isWeight ? -1 : 0)) as [
            number,
            number,
            number,
            number,
          ];
          const filled = vector.lanes.every(Boolean) ? sum : v128.and(sum, v128.const(a, b, c, d));
          f.store(kernel.get, vector.kernel, f32x4.add(v128.load(kernel.get, vector.kernel), filled));
        });
      }
    });
  });
}

/**
 * The gradient of one image's input: each entry adds gradient × kernel to its patch.
 * @returns function(gradient of the input, kernel): addresses; the first must be zero before
 */
export function convInputGradient(
  { module, madd }: Emitter,
  stage: ConvStage,
  regions: EntryRegions,
): Callee {
  return module.function('conv input gradient', ['i32', 'i32'], (f) => {
    const input = f.parameter('i32', 0);
    const kernel = f.parameter('i32', 1);
    overChannels(f, stage, regions, kernel, (list) => {
      for (const part of partsOf(stage)) {
        const weights = part.map((vector) => f.local('v128', v128.load(kernel.get, vector.kernel)));
        overEntries(f, list, (patch, gradient) => {
          const at = f.local('i32', i32.add(input.get, patch));
          part.forEach((vector, i) => {
            const before = v128.load(at.get, vector.input);
            const weight = (weights[i] as Local<'v128'>).get;
            f.store(at.get, vector.input, madd(weight, gradient.get, before));
          });
        });
      }
    });
  });
}

/** Channel after channel; `kernel` is moved along. */
function overChannels(
  f: FunctionBuilder,
  stage: ConvStage,
  regions: EntryRegions,
  kernel: Local<'i32'>,
  body: (list: { first: Local<'i32'>; end: Local<'i32'> }) => void,
): void {
  const first = f.local('i32', i32.const(regions.lists));
  const endAt = f.local('i32', i32.const(regions.ends));
  const end = f.local('i32');
  f.repeat(stage.output.channels, () => {
    end.set(i32.load(endAt.get));
    body({ first, end });
    f.increase(first, listBytes(stage));
    f.increase(endAt, FLOAT_BYTES);
    f.increase(kernel, kernelFloats(stage) * FLOAT_BYTES);
  });
}

function overEntries(
  f: FunctionBuilder,
  { first, end }: { first: Local<'i32'>; end: Local<'i32'> },
  body: (patch: ReturnType<typeof i32.load>, gradient: Local<'v128'>) => void,
): void {
  const entry = f.local('i32', first.get);
  const gradient = f.local('v128');
  f.while(i32.ltU(entry.get, end.get), () => {
    gradient.set(v128.load32Splat(entry.get, ENTRY.gradient));
    body(i32.load(entry.get, ENTRY.patch), gradient);
    f.increase(entry, ENTRY.bytes);
  });
}
