import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { preview } from 'vite';
import type {} from './page/recipe-page';

const CONFIG = fileURLToPath(new URL('vite.config.ts', import.meta.url));

/** Opens the page in which recipes are tried, anew for every run, so that none finds the memory of another. */
export async function withRecipePage<T>(
  browser: Browser,
  work: (run: (query: string) => ReturnType<Window['recipePage']['run']>) => Promise<T>,
): Promise<T> {
  const server = await preview({
    configFile: CONFIG,
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port: 0 },
  });
  // Of its own: the tests' context lets no page reach any server but theirs.
  const context = await browser.newContext();
  const address = server.resolvedUrls?.local[0] ?? '';
  try {
    return await work(async (query) => {
      const page: Page = await context.newPage();
      try {
        await page.goto(address);
        await page.waitForFunction(() => 'recipePage' in window, undefined, { polling: 100 });
        return await page.evaluate((q) => window.recipePage.run(q), query);
      } finally {
        await page.close();
      }
    });
  } finally {
    await context.close();
    await server.close();
  }
}
