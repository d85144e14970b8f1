import type { Browser } from '@playwright/test';
import { drawWithMouse } from '../tests/e2e/drawing';
import { LabPage } from '../tests/e2e/lab-page';

/** Milliseconds since the address was opened. */
export interface FirstAnswer {
  /** The canvas can be drawn on. */
  readonly canvas: number;
  /** The pen is down for the first time. */
  readonly down: number;
  /** The bars show what is read in the ink so far. */
  readonly bars: number;
  /** The digit is drawn. */
  readonly drawn: number;
  /** The bars show what is read in the whole of it. */
  readonly answer: number;
  /** Files of the page that were asked for until then. */
  readonly files: readonly string[];
}

type Watching = Window & { firstMoments?: Record<string, number> };

/** Opens the page with nothing kept from an earlier visit, and draws as soon as there is a canvas. */
export async function firstAnswer(browser: Browser, address: string, digit: number): Promise<FirstAnswer> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  try {
    await page.addInitScript(noteMoments);
    await page.goto(address, { waitUntil: 'commit' });
    const lab = new LabPage(page, true);
    await lab.canvas.waitFor();
    await drawWithMouse(lab, digit);
    await page.waitForFunction(() => (window as Watching).firstMoments?.answer);
    return await page.evaluate(() => {
      const moments = (window as Watching).firstMoments as unknown as Omit<FirstAnswer, 'files'>;
      const files = performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime < moments.answer)
        .map(({ name }) => name);
      return { ...moments, files };
    });
  } finally {
    await context.close();
  }
}

/** Runs in the page before its own scripts. */
function noteMoments(): void {
  const moments: Record<string, number> = {};
  (window as Watching).firstMoments = moments;
  const note = (name: string) => {
    moments[name] ??= performance.now();
  };
  window.addEventListener('pointerdown', () => note('down'), { capture: true });
  // Strokes of one digit: the last end counts.
  window.addEventListener('pointerup', () => (moments.drawn = performance.now()), { capture: true });
  new MutationObserver(() => {
    if (document.querySelector('canvas[role=img]')) note('canvas');
    if (!document.querySelector('ol[aria-label="Top 3 probabilities"]')) return;
    note('bars');
    if (moments.drawn) note('answer');
  }).observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
}
