import { expect, it, vi } from 'vitest';
import { lossListeners } from '../../../../src/engine/backend/loss-listeners';

it('tells whoever listens when the device is lost, and later listeners at once', async () => {
  let lose = (_: string) => {};
  const onLost = lossListeners(new Promise((resolve) => (lose = resolve)));
  const [early, gone, late] = [vi.fn(), vi.fn(), vi.fn()];
  onLost(early);
  onLost(gone)();
  lose('the cable');
  await Promise.resolve();
  onLost(late);
  expect(early).toHaveBeenCalledExactlyOnceWith('the cable');
  expect(gone).not.toHaveBeenCalled();
  expect(late).toHaveBeenCalledExactlyOnceWith('the cable');
});

it('tells the others too where a listener throws', async () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const onLost = lossListeners(Promise.resolve('the cable'));
  const [error, after] = [new Error('of a listener'), vi.fn()];
  onLost(() => {
    throw error;
  });
  onLost(after);
  await Promise.resolve();
  expect(after).toHaveBeenCalledExactlyOnceWith('the cable');
  expect(reported).toHaveBeenCalledExactlyOnceWith(error);
  vi.unstubAllGlobals();
});
