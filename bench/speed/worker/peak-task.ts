import { PEAK_FLOPS_AN_ITERATION, peakModule } from '../../../src/engine/train-step/wasm/peak';
import type { Task } from './paced-task';

/** About a millisecond on a fast core. */
const ITERATIONS_A_STEP = Math.ceil(5e7 / PEAK_FLOPS_AN_ITERATION);

/** Multiplications and additions in registers, and nothing else: what a core can do at most in WASM. */
export async function createPeakTask(): Promise<Task> {
  const imports = { env: { memory: new WebAssembly.Memory({ initial: 1 }) } };
  const instance = new WebAssembly.Instance(await WebAssembly.compile(peakModule()), imports);
  const peak = instance.exports.peak as (iterations: number) => void;
  return {
    unitsAStep: ITERATIONS_A_STEP * PEAK_FLOPS_AN_ITERATION,
    async run(steps) {
      for (let step = 0; step < steps; step++) peak(ITERATIONS_A_STEP);
    },
  };
}
