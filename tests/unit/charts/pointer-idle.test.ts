import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let page: EventTarget;
let isAtRest: () => boolean;
let ask: () => void;

/** Time passes, and whatever waits for it is told. */
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const press = () => page.dispatchEvent(new Event('pointerdown'));
const lift = () => page.dispatchEvent(new Event('pointerup'));

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  const opened = Date.now();
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now() - opened);
  const { pointerIdle } = await import('../../../src/charts/schedule/pointer-idle');
  ask = () => {
    let rests = false;
    void pointerIdle().then(() => {
      rests = true;
    });
    isAtRest = () => rests;
  };
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('leaves a page that was just opened to its first drawing', async () => {
  ask();
  await pass(1699);
  expect(isAtRest()).toBe(false);
  await pass(1);
  expect(isAtRest()).toBe(true);
});

it('waits for a press that is older than the question, and for a stroke that may follow', async () => {
  await pass(1900);
  press();
  await pass(200);
  ask();
  await pass(3000);
  expect(isAtRest()).toBe(false);
  lift();
  await pass(699);
  expect(isAtRest()).toBe(false);
  await pass(1);
  expect(isAtRest()).toBe(true);
});

it('does not wait for ever for the end of a press that was lost', async () => {
  press();
  ask();
  await pass(9999);
  expect(isAtRest()).toBe(false);
  await pass(1);
  expect(isAtRest()).toBe(true);
});

it('forgets a press whose end was lost, whether anybody waited for it or not', async () => {
  press();
  await pass(11_000);
  press();
  lift();
  ask();
  await pass(700);
  expect(isAtRest()).toBe(true);
});
