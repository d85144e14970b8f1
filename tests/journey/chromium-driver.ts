import { chromium } from '@playwright/test';
import { BROWSER_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import type { Driver, Start } from './driver';

/** Chromium by Playwright. */
export const startChromium: Start = async (viewport) => {
  const executablePath = await findChromium();
  const browser = await chromium.launch({ args: BROWSER_FLAGS, ...(executablePath && { executablePath }) });
  const context = await browser.newContext({ viewport });
  const errors: string[] = [];
  const requests: string[] = [];
  context.on('weberror', (error) => errors.push(`uncaught: ${error.error()}`));
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`);
  });
  context.on('request', (request) => requests.push(request.url()));
  const page = await context.newPage();
  const driver: Driver = {
    version: `Chromium ${browser.version()}`,
    errors,
    requests,
    open: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    value: (expression) => page.evaluate(expression),
    async mouse(moments) {
      for (const { moment, x, y } of moments) {
        await page.mouse.move(x, y);
        if (moment !== 'move') await page.mouse[moment]();
      }
    },
    give: (paths) =>
      page
        .locator('input[type=file]')
        .first()
        .setInputFiles([...paths]),
    picture: () => page.screenshot(),
    close: () => browser.close(),
  };
  return driver;
};
