import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findChromium } from '../../scripts/chromium.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const port = process.env.DIGIT_LAB_PORT ?? '4173';
const baseURL = `http://127.0.0.1:${port}/`;
const executablePath = await findChromium();
const reporter: [string][] = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']];

/** The page as it is built, served by `vite preview`: run `vite build` first, or all of it by `npm run test:e2e`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  // A software GPU on a busy machine with two cores is slow; a test that needs more says so itself.
  timeout: 120_000,
  globalTimeout: 22 * 60_000,
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  reporter,
  use: {
    baseURL,
    trace: 'off',
    viewport: { width: 1440, height: 900 },
    launchOptions: { args: BROWSER_FLAGS, ...(executablePath && { executablePath }) },
  },
  webServer: {
    command: `npx --no-install vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: root,
    url: baseURL,
    env: { DIGIT_LAB_OFFLINE: '1' },
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});
