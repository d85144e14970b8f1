import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import type { TestOptions } from './test';

const root = fileURLToPath(new URL('../../', import.meta.url));
const port = process.env.DIGIT_LAB_PORT ?? '4173';
const baseURL = `http://127.0.0.1:${port}/`;
const executablePath = await findChromium();
const reporter: [string][] = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']];

/** The page as it is built, served by `vite preview`: run `vite build` first, or all of it by `npm run test:e2e`. */
export default defineConfig<TestOptions>({
  testDir: '.',
  outputDir: `${root}${process.env.DIGIT_LAB_TEST_RESULTS ?? 'test-results'}/e2e`,
  // Two browsers on two cores that a software GPU and something else share are slow. No test that passes waits so long
  // where it is quiet, and none passes because it waited.
  timeout: 360_000,
  globalTimeout: 20 * 60_000,
  expect: { timeout: 60_000 },
  // Each test has a context, so a profile, of its own; they share the server, which only reads.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  reporter,
  use: {
    baseURL,
    // One without charts: to draw them takes longer than what most visits are about.
    panel: 'take-away',
    // Each test is a first visit: it would keep the whole page. Those about that allow it.
    serviceWorkers: 'block',
    // A seventh of the time, which is spent on what has failed only (scripts/test-run/traces.mjs).
    trace: process.env.DIGIT_LAB_TRACE ? 'on' : 'off',
    screenshot: 'only-on-failure',
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
