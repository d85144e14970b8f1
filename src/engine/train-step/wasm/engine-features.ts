import { ModuleBuilder } from './assembler/module';
import { f32x4, i32, type MultiplyAdd, relaxedMultiplyAdd, separateMultiplyAdd } from './assembler/values';

/** True where this JavaScript engine takes a function that multiplies and adds vectors in this way. */
function takes(madd: MultiplyAdd): boolean {
  const module = new ModuleBuilder(0);
  const one = f32x4.const(1);
  module.function('probe', [], (f) => f.store(i32.const(0), 0, madd(one, one, one)));
  return typeof WebAssembly !== 'undefined' && WebAssembly.validate(module.bytes());
}

/** Vectors of four numbers: without them the kernels can't run. */
export const hasSimd = () => takes(separateMultiplyAdd);
/** Multiply and add in one instruction. */
export const hasRelaxedSimd = () => takes(relaxedMultiplyAdd);
