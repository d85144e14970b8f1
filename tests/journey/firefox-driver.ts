import puppeteer from 'puppeteer-core';
import type { Driver, Start } from './driver';

/** With WebGPU, as far as the machine has it: without a GPU it is refused otherwise. */
const PREFERENCES = {
  'dom.webgpu.enabled': true,
  'dom.webgpu.workers.enabled': true,
  'gfx.webgpu.ignore-blocklist': true,
};

/** Firefox by Puppeteer over WebDriver BiDi. */
export const firefoxAt =
  (executablePath: string): Start =>
  async (defaultViewport) => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      defaultViewport,
      extraPrefsFirefox: PREFERENCES,
    });
    const page = await browser.newPage();
    const errors: string[] = [];
    const requests: string[] = [];
    page.on('pageerror', (error) =>
      errors.push(`uncaught: ${error instanceof Error ? error.message : error}`),
    );
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => requests.push(request.url()));
    const driver: Driver = {
      version: (await browser.version()).replace('firefox/', 'Firefox '),
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
      async give(paths) {
        const picker = await page.$('input[type=file]');
        if (!picker) throw new Error('there is no file picker');
        await (picker as Awaited<ReturnType<typeof page.$<'input'>>>)?.uploadFile(...paths);
      },
      picture: () => page.screenshot(),
      close: () => browser.close(),
    };
    return driver;
  };
