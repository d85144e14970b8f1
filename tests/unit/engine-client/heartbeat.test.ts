import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchHeart } from '../../../src/engine-client/heartbeat';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A heart that beats until it is stopped. */
function heart(limit = 4000) {
  const state = { beats: true, asked: 0 };
  let answer: (() => void) | undefined;
  const beat = () => {
    state.asked += 1;
    return new Promise<void>((resolve) => {
      answer = resolve;
      if (state.beats) resolve();
    });
  };
  const silences: number[] = [];
  const { heard, end: stop } = watchHeart(
    beat,
    () => limit,
    (seconds) => silences.push(seconds),
  );
  return { state, silences, heard, stop, answer: () => answer?.() };
}

it('says nothing of a heart that beats', async () => {
  const { silences, state } = heart();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(silences).toEqual([]);
  expect(state.asked).toBeGreaterThan(50);
});

it('notices within five seconds that one has stopped, and says it once', async () => {
  const { silences, state } = heart();
  await vi.advanceTimersByTimeAsync(10_000);
  state.beats = false;
  await vi.advanceTimersByTimeAsync(3_500);
  expect(silences).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(silences).toEqual([4]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(silences).toEqual([4]);
});

it('forgives one that was slow', async () => {
  const { silences, state, answer } = heart();
  await vi.advanceTimersByTimeAsync(1000);
  for (let time = 0; time < 5; time++) {
    state.beats = false;
    await vi.advanceTimersByTimeAsync(3_500);
    state.beats = true;
    answer();
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(silences).toEqual([]);
});

it('counts the silence from the last that was heard of it in another way', async () => {
  const { silences, state, heard } = heart();
  await vi.advanceTimersByTimeAsync(1000);
  state.beats = false;
  for (let time = 0; time < 5; time++) {
    await vi.advanceTimersByTimeAsync(3_500);
    heard();
  }
  expect(silences).toEqual([]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(silences).toEqual([4]);
});

it('waits for the first beat as long as it takes', async () => {
  const silences: number[] = [];
  const { end } = watchHeart(
    () => new Promise(() => {}),
    () => 1000,
    (seconds) => silences.push(seconds),
  );
  await vi.advanceTimersByTimeAsync(300_000);
  expect(silences).toEqual([]);
  end();
});

it('does not take its own sleep for silence', async () => {
  const { silences, state, answer } = heart();
  await vi.advanceTimersByTimeAsync(1000);
  state.beats = false;
  await vi.advanceTimersByTimeAsync(1000);
  // The machine sleeps for an hour: the clock goes on, the timers don't.
  vi.setSystemTime(Date.now() + 3_600_000);
  const now = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => now + 3_600_000);
  await vi.advanceTimersByTimeAsync(500);
  expect(silences).toEqual([]);
  answer();
  vi.restoreAllMocks();
});

it('looks no more once it is ended', async () => {
  const { silences, state, stop } = heart();
  await vi.advanceTimersByTimeAsync(1000);
  state.beats = false;
  stop();
  const { asked } = state;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(silences).toEqual([]);
  expect(state.asked).toBe(asked);
});
