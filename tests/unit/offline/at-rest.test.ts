import { beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { atRest } from '../../../src/page/offline/at-rest';
import type { LabState } from '../../../src/state/lab-state';

vi.useFakeTimers();

const store = createStore(() => ({ isQuiet: false }));
const rested = vi.fn();
beforeEach(() => {
  rested.mockClear();
  store.setState({ isQuiet: false });
  void atRest(store as never, (state: LabState) => (state as never as { isQuiet: boolean }).isQuiet).then(
    rested,
  );
});

it('waits until nothing has been under way for three seconds', async () => {
  await vi.advanceTimersByTimeAsync(60_000);
  store.setState({ isQuiet: true });
  await vi.advanceTimersByTimeAsync(2999);
  expect(rested).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(rested).toHaveBeenCalledTimes(1);
});

it('begins anew when something is begun meanwhile', async () => {
  store.setState({ isQuiet: true });
  await vi.advanceTimersByTimeAsync(2000);
  store.setState({ isQuiet: false });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(rested).not.toHaveBeenCalled();
  store.setState({ isQuiet: true });
  await vi.advanceTimersByTimeAsync(3000);
  expect(rested).toHaveBeenCalledTimes(1);
});
