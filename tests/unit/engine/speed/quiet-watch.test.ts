import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { QuietWatch } from '../../../../src/engine/speed/quiet-watch';

const WAIT = 5000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function setUp() {
  let finish: () => void = () => undefined;
  let isBusy = false;
  const [onQuiet, onCall] = [vi.fn(), vi.fn()];
  const watch = new QuietWatch({ isBusy: () => isBusy, onQuiet, onCall });
  const api = watch.watched({
    look: async (position: number) => position + 1,
    read: () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
    refuse: async () => {
      throw new Error('no');
    },
  });
  return {
    api,
    onQuiet,
    onCall,
    finish: () => finish(),
    setBusy: (value: boolean) => {
      isBusy = value;
    },
  };
}

it('passes on what it watches', async () => {
  const { api, onCall } = setUp();
  expect(await api.look(3)).toBe(4);
  await expect(api.refuse()).rejects.toThrow('no');
  expect(onCall).toHaveBeenCalledTimes(2);
});

it('tells once that nothing was asked for five seconds', async () => {
  const { api, onQuiet } = setUp();
  await api.look(0);
  await vi.advanceTimersByTimeAsync(WAIT - 1);
  await api.look(0);
  await vi.advanceTimersByTimeAsync(WAIT - 1);
  expect(onQuiet).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(3 * WAIT);
  expect(onQuiet).toHaveBeenCalledTimes(1);
  await expect(api.refuse()).rejects.toThrow('no');
  await vi.advanceTimersByTimeAsync(WAIT);
  expect(onQuiet).toHaveBeenCalledTimes(2);
});

it('waits for what goes on: a call, and a run', async () => {
  const { api, onQuiet, finish, setBusy } = setUp();
  const reading = api.read();
  await api.look(0);
  await vi.advanceTimersByTimeAsync(3 * WAIT);
  expect(onQuiet).not.toHaveBeenCalled();
  setBusy(true);
  finish();
  await reading;
  await vi.advanceTimersByTimeAsync(3 * WAIT);
  expect(onQuiet).not.toHaveBeenCalled();
  setBusy(false);
  await vi.advanceTimersByTimeAsync(WAIT);
  expect(onQuiet).toHaveBeenCalledTimes(1);
});
