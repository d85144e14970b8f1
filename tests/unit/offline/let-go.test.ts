import { afterEach, expect, it, vi } from 'vitest';
import { letGo } from '../../../src/page/offline/let-go';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('ends the worker that a preview has left at the address of the page in development', async () => {
  const unregister = vi.fn(async () => true);
  vi.stubGlobal('navigator', { serviceWorker: { getRegistration: async () => ({ unregister }) } });
  await letGo();
  expect(unregister).toHaveBeenCalledTimes(1);
});

it('does nothing where there are no service workers', async () => {
  vi.stubGlobal('navigator', {});
  await expect(letGo()).resolves.toBeUndefined();
});
