import { BUDGETS } from './budgets';

/** Resolves in a moment when the page has nothing else to do, after a second at the latest. */
export const whenIdle = () =>
  new Promise<void>((resolve) => {
    // Safari has no requestIdleCallback.
    if ('requestIdleCallback' in window)
      window.requestIdleCallback(() => resolve(), { timeout: BUDGETS.longestWaitForIdle });
    else setTimeout(resolve, BUDGETS.withoutIdle);
  });
