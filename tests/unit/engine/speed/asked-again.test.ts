import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HungStep, PacedStep } from './paced-step';
import { GPU, NEVER, SETTINGS, setUp } from './trials-set-up';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('asks once more at leisure who gave no answer in the short time before a run', async () => {
  let isSlow = true;
  const webgpu = (clock: { now: number }) => (isSlow ? new HungStep(clock, 1) : new PacedStep(clock, 1));
  const { trials, tried } = setUp(GPU, { webgpu });
  await trials.nextRun(SETTINGS);
  const run = trials.beforeRun(SETTINGS, NEVER);
  await vi.advanceTimersByTimeAsync(3000);
  await run;
  expect(await trials.fastestFor(SETTINGS)).toBe('wasm');
  isSlow = false;
  await trials.measureAtLeisure();
  expect(tried()).toEqual(['wasm', 'webgpu', 'webgpu']);
  expect(await trials.fastestFor(SETTINGS)).toBe('webgpu');
});

it('does not go on asking at leisure who never answers', async () => {
  const { trials, tried } = setUp(GPU, { webgpu: (clock) => new HungStep(clock, 1) });
  await trials.nextRun(SETTINGS);
  for (let turn = 0; turn < 3; turn++) {
    const measured = trials.measureAtLeisure();
    await vi.advanceTimersByTimeAsync(10_000);
    await measured;
  }
  expect(tried()).toEqual(['wasm', 'webgpu']);
});
