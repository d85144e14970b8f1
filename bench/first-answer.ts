import type { Browser, Page } from '@playwright/test';
import { LabPage } from '../tests/e2e/lab-page';

/** Milliseconds since the address was opened. */
export interface FirstAnswer {
  /** The canvas is in the document. */
  readonly canvas: number;
  /** The pen is down for the first time. */
  readonly down: number;
  /** The bars show what is read in the ink so far. */
  readonly bars: number;
  /** The pen is up: the digit is drawn. */
  readonly up: number;
  /** The bars show what is read in all of it: their last change. */
  readonly answer: number;
  /** Addresses that were asked for until the first bars. */
  readonly files: readonly string[];
}

type Watching = Window & { firstMoments?: Record<string, number> };

/** After the pen is up, milliseconds: whatever was still to be read has been. */
const REST_MS = 1000;

/** A 7, in shares of the canvas' side. */
const SEVEN = [
  [0.28, 0.24],
  [0.45, 0.23],
  [0.58, 0.23],
  [0.7, 0.24],
  [0.66, 0.36],
  [0.6, 0.5],
  [0.54, 0.65],
  [0.48, 0.8],
] as const;

/** Opens the page with nothing kept from an earlier visit, and draws as soon as there is a canvas. */
export async function firstAnswer(browser: Browser, address: string): Promise<FirstAnswer> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  try {
    await page.addInitScript(noteMoments);
    await page.goto(address, { waitUntil: 'commit' });
    await drawSeven(page);
    await page.waitForFunction(
      (rest) =>
        performance.now() > ((window as Watching).firstMoments?.up ?? Number.POSITIVE_INFINITY) + rest,
      REST_MS,
    );
    return await page.evaluate(() => {
      const moments = (window as Watching).firstMoments as unknown as Omit<FirstAnswer, 'files'>;
      const files = performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime < moments.bars)
        .map(({ name }) => name);
      return { ...moments, files };
    });
  } finally {
    await context.close();
  }
}

async function drawSeven(page: Page): Promise<void> {
  const lab = new LabPage(page, true);
  // Once, as it waits for frames.
  const box = await lab.canvas.boundingBox();
  if (!box) throw new Error('the canvas is not shown');
  for (const [i, [x, y]] of SEVEN.entries()) {
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
    if (i === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

/** Runs in the page before its own scripts. */
function noteMoments(): void {
  const moments: Record<string, number> = {};
  (window as Watching).firstMoments = moments;
  const note = (name: string) => {
    moments[name] ??= performance.now();
  };
  window.addEventListener('pointerdown', () => note('down'), { capture: true });
  window.addEventListener('pointerup', () => note('up'), { capture: true });
  new MutationObserver((changes) => {
    if (document.querySelector('canvas[role=img]')) note('canvas');
    const bars = document.querySelector('ol[aria-label="Top 3 probabilities"]');
    if (!bars) return;
    note('bars');
    if (changes.some(({ target }) => bars.contains(target))) moments.answer = performance.now();
  }).observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
}
