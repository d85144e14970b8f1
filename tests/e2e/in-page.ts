import type { Locator } from '@playwright/test';

/* What the page itself does in the moment that it happens, since a test may get there late. */

/**
 * Presses Stop. What was seen until then is read in the same moment of the page: no batch comes between.
 * @param status - the training status
 * @returns training images
 */
export const stopAndRead = (status: Locator): Promise<number> =>
  status.evaluate((element) => {
    const images = /([\d,]+) images/.exec(element.textContent ?? '')?.[1]?.replaceAll(',', '');
    const buttons = [...document.querySelectorAll('button')];
    buttons.find((button) => button.textContent?.trim() === 'Stop')?.click();
    return Number(images);
  });

/** Notes when the status no longer speaks of a run that is over: a short run may be over before anyone looks again. */
export const newRun = (status: Locator) =>
  status.evaluateHandle((element) => {
    const run = { hasBegun: false };
    const look = () => {
      run.hasBegun ||= !element.textContent?.includes('Training finished');
    };
    look();
    new MutationObserver(look).observe(element, { characterData: true, childList: true, subtree: true });
    return run;
  });
