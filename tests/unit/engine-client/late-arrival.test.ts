import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tellWhenLate } from '../../../src/engine-client/late-arrival';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Something that is on its way until the test says what comes of it. */
function onItsWay() {
  let arrive: () => void = () => {};
  let fail: () => void = () => {};
  const arrival = new Promise<void>((resolve, reject) => {
    arrive = resolve;
    fail = () => reject(new Error('gone'));
  });
  const told: boolean[] = [];
  const end = tellWhenLate(arrival, (isLate) => told.push(isLate));
  return { told, end, arrive: () => arrive(), fail: () => fail() };
}

it('says nothing of what arrives within twenty seconds', async () => {
  const { told, arrive } = onItsWay();
  await vi.advanceTimersByTimeAsync(19_000);
  arrive();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(told).toEqual([]);
});

it('says of a worker’s program after twenty seconds that it is late, waits on, and takes it back when it comes', async () => {
  const { told, arrive } = onItsWay();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(told).toEqual([true]);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(told).toEqual([true]);
  arrive();
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual([true, false]);
});

it('says no more of what nobody waits for, or will never come', async () => {
  const [given, failed] = [onItsWay(), onItsWay()];
  given.end();
  failed.fail();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([given.told, failed.told]).toEqual([[], []]);
});
