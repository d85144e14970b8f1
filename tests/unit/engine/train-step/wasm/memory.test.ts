import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createWasmStep } from '../../../../../src/engine/train-step/wasm/wasm-step';
import { stepSettings } from '../../../../fixtures/networks';

const PARTS = 5;
const STEPS_A_PART = 20_000;
/** The engine compiles and caches in the first ones. */
const WARM_UP = 5_000;
/** Steps after which somebody looks at the results, as a run does. */
const REPORT = 500;
/** Half a byte a step: a number that is kept takes eight. */
const SPARE_BYTES = 10_000;
/** What the engine may compile later in each part, and more than would be noticed. */
const SPARE_BYTES_IN_ALL = 1_000_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapBytes(): number {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1];

test('100,000 steps leave memory where it was', { timeout: 120_000 }, async () => {
  const step = await createWasmStep({ ...stepSettings('d10'), workers: 1 });
  const batch = Uint32Array.of(3);
  let steps = 0;
  const runSteps = async (count: number) => {
    for (const end = steps + count; steps < end; steps++) {
      step.run(batch, { step: steps, learningRate: 1e-4 });
      await step.readyForMore();
      if (steps % REPORT === 0) expect((await step.results()).length).toBeGreaterThan(0);
    }
  };
  await runSteps(WARM_UP);
  const bytes = step.bytes;
  const heaps = [heapBytes()];
  for (let part = 0; part < PARTS; part++) {
    await runSteps(STEPS_A_PART);
    heaps.push(heapBytes());
  }
  // What leaks grows in most parts, unlike what the engine compiles in one or the other.
  const growth = heaps.slice(1).map((heap, i) => heap - (heaps[i] as number));
  expect(median(growth), `growth of each part: ${growth.join(' ')}`).toBeLessThan(SPARE_BYTES);
  expect((heaps.at(-1) as number) - (heaps[0] as number)).toBeLessThan(SPARE_BYTES_IN_ALL);
  expect(step.bytes).toBe(bytes);
  expect(await step.weightsAreFinite()).toBe(true);
  step.dispose();
});
