import { afterEach, expect, it, vi } from 'vitest';
import { lookAtMachine } from '../../../../src/engine/speed/look-at-machine';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('takes an adapter that says nothing for none, so that a run does not wait for it', async () => {
  vi.useFakeTimers();
  const requestAdapter = () => new Promise(() => {});
  vi.stubGlobal('navigator', { hardwareConcurrency: 2, gpu: { requestAdapter } });
  const looked = lookAtMachine(true);
  await vi.advanceTimersByTimeAsync(3000);
  expect(await looked).toEqual({ cores: 2, adapter: undefined });
});

it('asks no driver that is passed over', async () => {
  const requestAdapter = vi.fn();
  vi.stubGlobal('navigator', { hardwareConcurrency: 2, gpu: { requestAdapter } });
  expect(await lookAtMachine(false)).toEqual({ cores: 2, adapter: undefined });
  expect(requestAdapter).not.toHaveBeenCalled();
});
