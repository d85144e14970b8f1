import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Settings } from '../../../../src/model/settings';
import { HungStep } from './paced-step';
import { GPU, IMITATED, NEVER, NO_GPU, paced, SETTINGS, setUp } from './trials-set-up';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('measures before a run what was not measured, once, and takes the faster one', async () => {
  const { trials, tried, made } = setUp(GPU);
  await trials.beforeRun(SETTINGS, NEVER);
  expect(tried()).toEqual(['wasm', 'webgpu']);
  expect(await trials.fastestFor(SETTINGS)).toBe('webgpu');
  expect(trials.of(SETTINGS).map(({ result }) => result)).toEqual([
    { imagesPerSecond: 1000 },
    { imagesPerSecond: 10_000 },
  ]);
  await trials.beforeRun(SETTINGS, NEVER);
  expect(tried()).toHaveLength(2);
  expect(made.map(({ step }) => step.disposals)).toEqual([1, 1]);
});

it('takes WASM where WebGPU is slower', async () => {
  const { trials } = setUp(GPU, { webgpu: paced(100) });
  await trials.beforeRun(SETTINGS, NEVER);
  expect(await trials.fastestFor(SETTINGS)).toBe('wasm');
});

it('measures another network and another batch size by themselves', async () => {
  const { trials, tried } = setUp(GPU);
  await trials.beforeRun(SETTINGS, NEVER);
  await trials.beforeRun({ ...SETTINGS, batchSize: 20 }, NEVER);
  await trials.beforeRun({ ...SETTINGS, seed: 8 }, NEVER);
  expect(tried()).toHaveLength(4);
});

it('keeps a run waiting for a candidate that hangs for three seconds, and does not try it again', async () => {
  const { trials, tried, made } = setUp(GPU, { webgpu: (clock) => new HungStep(clock, 1) });
  const run = trials.beforeRun(SETTINGS, NEVER);
  await vi.advanceTimersByTimeAsync(3000);
  await run;
  expect(trials.of(SETTINGS)[1]?.result).toEqual({ failure: { code: 'no-answer', seconds: 3 } });
  expect(await trials.fastestFor(SETTINGS)).toBe('wasm');
  expect(made[1]?.step.disposals).toBe(1);
  await trials.beforeRun(SETTINGS, NEVER);
  expect(tried()).toHaveLength(2);
});

it('keeps no run waiting for an adapter that is imitated, and measures it at leisure', async () => {
  const { trials, tried, onResult } = setUp(IMITATED, { webgpu: paced(1000) });
  await trials.nextRun(SETTINGS);
  await trials.beforeRun(SETTINGS, NEVER);
  expect(tried()).toEqual([]);
  await trials.measureAtLeisure();
  expect(tried()).toEqual(['wasm', 'webgpu']);
  expect(onResult).toHaveBeenCalledTimes(2);
  expect(await trials.fastestFor(SETTINGS)).toBe('wasm');
});

it('gives an adapter that is imitated more time, as nobody waits for it', async () => {
  const { trials } = setUp(IMITATED, { webgpu: (clock) => new HungStep(clock, 1) });
  const measured = trials.measure(SETTINGS);
  await vi.advanceTimersByTimeAsync(29_999);
  expect(trials.of(SETTINGS)[1]?.result).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  await measured;
  expect(trials.of(SETTINGS)[1]?.result).toEqual({ failure: { code: 'no-answer', seconds: 30 } });
});

it('measures nothing unasked where there is nothing to choose from', async () => {
  const { trials, tried } = setUp(NO_GPU);
  await trials.nextRun(SETTINGS);
  await trials.beforeRun(SETTINGS, NEVER);
  await trials.measureAtLeisure();
  expect(tried()).toEqual([]);
  await trials.measure(SETTINGS);
  expect(tried()).toEqual(['wasm']);
});

it.each<Partial<Settings>>([{ backend: 'wasm' }, { trainStep: 'reference' }])(
  'does not even look for an adapter with %o',
  async (changes) => {
    const { trials, lookAtMachine, told } = setUp(GPU);
    const settings = { ...SETTINGS, ...changes };
    await trials.nextRun(settings);
    await trials.beforeRun(settings, NEVER);
    expect(await trials.fastestFor(settings)).toBeUndefined();
    expect(lookAtMachine).not.toHaveBeenCalled();
    expect(told().at(-1)).toEqual({ candidates: [], fastest: undefined, measuring: false });
  },
);

it('looks for an adapter when a backend is asked for, not before', async () => {
  const { trials, lookAtMachine, told } = setUp(GPU);
  await trials.nextRun(SETTINGS);
  expect(lookAtMachine).not.toHaveBeenCalled();
  await trials.fastestFor({ ...SETTINGS, backend: 'cpu' });
  expect(lookAtMachine).toHaveBeenCalledTimes(1);
  expect(
    told()
      .at(-1)
      ?.candidates.map(({ backend }) => backend),
  ).toEqual(['wasm', 'webgpu']);
});

it('measures nothing without data', async () => {
  const { trials, tried, data } = setUp(GPU);
  data.areThere = false;
  await trials.nextRun(SETTINGS);
  await trials.measureAtLeisure();
  await trials.measure(SETTINGS);
  expect(tried()).toEqual([]);
});

it('leaves at once what nobody has asked for, and takes it up again', async () => {
  const { trials, tried, told } = setUp(GPU, { webgpu: (clock) => new HungStep(clock, 1) });
  await trials.nextRun(SETTINGS);
  const measured = trials.measureAtLeisure();
  await vi.advanceTimersByTimeAsync(10);
  expect(told().at(-1)?.measuring).toBe(true);
  trials.leave();
  await measured;
  expect(told().at(-1)).toMatchObject({ measuring: false, fastest: undefined });
  const again = trials.measureAtLeisure();
  await vi.advanceTimersByTimeAsync(8000);
  await again;
  // What was measured by then was kept.
  expect(tried()).toEqual(['wasm', 'webgpu', 'webgpu']);
  expect(told().at(-1)).toMatchObject({ measuring: false, fastest: 'wasm' });
});

it('goes on with what was asked for while a person looks at something, and ends it for a run', async () => {
  const { trials, told } = setUp(GPU, { webgpu: (clock) => new HungStep(clock, 1) });
  const measured = trials.measure(SETTINGS);
  await vi.advanceTimersByTimeAsync(10);
  trials.leave();
  await vi.advanceTimersByTimeAsync(10);
  expect(told().at(-1)?.measuring).toBe(true);
  await trials.beforeRun({ ...SETTINGS, backend: 'wasm' }, NEVER);
  await measured;
  expect(told().at(-1)?.measuring).toBe(false);
});

it('lets a run that is stopped go at once', async () => {
  const { trials } = setUp(GPU, { webgpu: (clock) => new HungStep(clock, 1) });
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const run = trials.beforeRun(SETTINGS, stopped);
  await vi.advanceTimersByTimeAsync(10);
  stop();
  await run;
  expect(trials.of(SETTINGS)[1]?.result).toBeUndefined();
});

it('measures all anew when asked to, and tells it to be kept', async () => {
  const { trials, tried, kept } = setUp(GPU);
  await trials.beforeRun(SETTINGS, NEVER);
  await trials.measure(SETTINGS);
  expect(tried()).toEqual(['wasm', 'webgpu', 'wasm', 'webgpu']);
  expect(kept()?.map(({ speeds }) => speeds)).toEqual([
    [
      { backend: 'wasm', imagesPerSecond: 1000 },
      { backend: 'webgpu', imagesPerSecond: 10_000 },
    ],
  ]);
});

it('measures nothing that an earlier visit has measured', async () => {
  const before = setUp(GPU);
  await before.trials.beforeRun(SETTINGS, NEVER);
  const { trials, tried, told } = setUp(GPU);
  await trials.nextRun(SETTINGS);
  expect(await trials.fastestFor(SETTINGS)).toBeUndefined();
  trials.know(before.kept() ?? []);
  expect(told().at(-1)?.fastest).toBe('webgpu');
  await trials.beforeRun(SETTINGS, NEVER);
  expect(tried()).toEqual([]);
});
