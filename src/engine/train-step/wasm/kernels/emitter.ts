import type { FunctionBuilder, Local } from '../assembler/function';
import type { ModuleBuilder } from '../assembler/module';
import { type I32, i32, type MultiplyAdd } from '../assembler/values';

/** Where kernels are written to, and how they multiply and add. */
export interface Emitter {
  readonly module: ModuleBuilder;
  readonly madd: MultiplyAdd;
}

/** Most steps of a loop that are written out one after the other. */
const UNROLLED_STEPS = 48;

/**
 * A loop over `count` steps that moves pointers: written out where it is short, in runs of equal length where not.
 * @param step - writes step i of a run; constant offsets grow with i
 * @param pointers - variables to move, and by how many bytes a step
 */
export function overSteps(
  f: FunctionBuilder,
  count: number,
  pointers: readonly (readonly [Local<'i32'>, number])[],
  step: (i: number) => void,
  longest = UNROLLED_STEPS,
): void {
  const runs = Math.ceil(count / longest);
  const run = Math.ceil(count / runs);
  const write = (steps: number) => {
    for (let i = 0; i < steps; i++) step(i);
    for (const [pointer, bytes] of pointers) f.increase(pointer, steps * bytes);
  };
  f.repeat(Math.floor(count / run), () => write(run));
  if (count % run > 0) write(count % run);
}

/** The body for each of so many images, with its number. */
export function overImages(f: FunctionBuilder, images: I32, body: (image: I32) => void): void {
  const image = f.local('i32', i32.const(0));
  f.repeat(images, () => {
    body(image.get);
    f.increase(image, 1);
  });
}
