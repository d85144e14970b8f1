import { ModuleBuilder } from './assembler/module';
import { f32x4, i32, LANES, relaxedMultiplyAdd, separateMultiplyAdd } from './assembler/values';
import { hasRelaxedSimd } from './engine-features';

/** Independent sums: enough to hide the latency of a multiply-add on the processors of today. */
const SUMS = 12;
const ROUNDS = 8;
/** A multiplication and an addition for each lane of each sum. */
export const PEAK_FLOPS_AN_ITERATION = SUMS * ROUNDS * LANES * 2;

/**
 * A module that does nothing but multiply and add in registers: how fast these vectors can be at all.
 * @returns bytes; exports peak(iterations), imports env.memory
 */
export function peakModule(): Uint8Array<ArrayBuffer> {
  const madd = hasRelaxedSimd() ? relaxedMultiplyAdd : separateMultiplyAdd;
  const module = new ModuleBuilder(LANES * 4);
  module.function('peak', ['i32'], (f) => {
    const sums = Array.from({ length: SUMS }, (_, i) => f.local('v128', f32x4.const(i)));
    const factor = f.local('v128', f32x4.const(1 - 1e-6));
    const term = f.local('v128', f32x4.const(1e-6));
    f.repeat(f.parameter('i32', 0).get, () => {
      for (let round = 0; round < ROUNDS; round++) {
        for (const sum of sums) sum.set(madd(sum.get, factor.get, term.get));
      }
    });
    const total = sums.reduce((all, { get }) => f32x4.add(all, get), f32x4.const(0));
    f.store(i32.const(0), 0, total);
  });
  return module.bytes();
}
