import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Cancelled, LatestTask } from '../../../../src/engine/latest-task';
import { measureStep, type StepTrial, type TriedStep } from '../../../../src/engine/speed/measure-step';
import { HungStep, PacedStep } from './paced-step';

const BATCHES = [Uint32Array.of(0, 1, 2, 3, 4), Uint32Array.of(5, 6, 7, 8, 9)];

let clock: { now: number };
let task: LatestTask;

beforeEach(() => {
  vi.useFakeTimers();
  clock = { now: 0 };
  task = new LatestTask();
});
afterEach(() => vi.useRealTimers());

const measure = (make: StepTrial['make'], signal = task.begin()) =>
  measureStep(signal, {
    make,
    batches: BATCHES,
    learningRate: 0.1,
    limitMs: 3000,
    now: () => clock.now,
    yieldToEventLoop: async () => {},
  });

/** Lets all that is under way go as far as it does without the clock. */
const settled = () => vi.advanceTimersByTimeAsync(0);

it('says how many images a second a step trains on', async () => {
  const step = new PacedStep(clock, 10);
  expect(await measure(async () => step)).toEqual({ imagesPerSecond: 500 });
  // 5 to warm up, 25 for a quarter of a second.
  expect(step.batches).toHaveLength(30);
  expect(step.batches.slice(0, 3)).toEqual([
    [0, 1, 2, 3, 4],
    [5, 6, 7, 8, 9],
    [0, 1, 2, 3, 4],
  ]);
});

it('measures a slow step by one batch', async () => {
  const step = new PacedStep(clock, 1000);
  expect(await measure(async () => step)).toEqual({ imagesPerSecond: 5 });
  expect(step.batches).toHaveLength(3);
});

it('counts what was put to work and is not done when the time is over', async () => {
  const step = new PacedStep(clock, 50);
  step.finished = async () => {
    clock.now += 250;
  };
  expect(await measure(async () => step)).toEqual({ imagesPerSecond: 50 });
});

it('disposes of the step once', async () => {
  const step = new PacedStep(clock, 10);
  await measure(async () => step);
  await settled();
  expect(step.disposals).toBe(1);
});

it('says why a step could not be made, or did not compute', async () => {
  const failed = { failure: { code: 'failed', detail: 'no device' } };
  expect(
    await measure(async () => {
      throw new Error('no device');
    }),
  ).toEqual(failed);
  const step = new PacedStep(clock, 10);
  step.finished = async () => {
    throw new Error('no device');
  };
  expect(await measure(async () => step)).toEqual(failed);
  await settled();
  expect(step.disposals).toBe(1);
});

it('gives up a step that hangs, and disposes of it', async () => {
  const step = new HungStep(clock, 10);
  const measured = measure(async () => step);
  await vi.advanceTimersByTimeAsync(2999);
  expect(step.disposals).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(await measured).toEqual({ failure: { code: 'no-answer', seconds: 3 } });
  await settled();
  expect(step.disposals).toBe(1);
});

it('does not wait for a step that is never made, and disposes of it where it comes at last', async () => {
  let arrive: (step: TriedStep) => void = () => undefined;
  const measured = measure(
    () =>
      new Promise((resolve) => {
        arrive = resolve;
      }),
  );
  await vi.advanceTimersByTimeAsync(3000);
  expect(await measured).toEqual({ failure: { code: 'no-answer', seconds: 3 } });
  const late = new PacedStep(clock, 10);
  arrive(late);
  await settled();
  expect([late.disposals, late.batches.length]).toEqual([1, 0]);
});

it('ends within a batch when it is cancelled', async () => {
  const step = new PacedStep(clock, 10);
  const signal = task.begin();
  step.readyForMore = async () => {
    if (step.batches.length === 3) task.cancel();
  };
  await expect(measure(async () => step, signal)).rejects.toThrow(Cancelled);
  await settled();
  expect([step.batches.length, step.disposals]).toEqual([3, 1]);
});

it('leaves no timer behind', async () => {
  await measure(async () => new PacedStep(clock, 10));
  expect(vi.getTimerCount()).toBe(0);
});
