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
