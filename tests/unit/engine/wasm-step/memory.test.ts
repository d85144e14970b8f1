import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createWasmStep } from '../../../../src/engine/train-step/wasm/wasm-step';
import { stepSettings } from '../../../fixtures/networks';

const STEPS = 100_000;
/** The engine compiles and caches in the first ones. */
const WARM_UP = 5_000;
/** Steps after which somebody looks at the results, as a run does. */
const REPORT = 500;
/** What the heap may have grown by: two bytes a step. A number that is kept takes eight. */
const SPARE_BYTES = 200_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapBytes(): number {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

test('100,000 steps leave memory where it was', { timeout: 120_000 }, async () => {
  const step = await createWasmStep({ ...stepSettings('d10'), workers: 1 });
  const batch = Uint32Array.of(3);
  const runSteps = async (from: number, count: number) => {
    for (let i = from; i < from + count; i++) {
      step.run(batch, { step: i, learningRate: 1e-4 });
      await step.inFlightAtMost(2);
      if (i % REPORT === 0) expect((await step.results()).length).toBeGreaterThan(0);
    }
  };
  await runSteps(0, WARM_UP);
  const [bytes, heap] = [step.bytes, heapBytes()];
  await runSteps(WARM_UP, STEPS);
  expect(heapBytes() - heap).toBeLessThan(SPARE_BYTES);
  expect(step.bytes).toBe(bytes);
  expect(await step.weightsAreFinite()).toBe(true);
  step.dispose();
});
