import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const root = fileURLToPath(new URL('../../', import.meta.url));
const port = process.env.DIGIT_LAB_PORT ?? '4173';
const baseURL = `http://127.0.0.1:${port}/`;
const reporter: [string][] = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']];

/** One visit in three browsers, one after the other: each has the machine's cores to itself. */
export default defineConfig({
  testDir: '.',
  outputDir: `${root}${process.env.DIGIT_LAB_TEST_RESULTS ?? 'test-results'}/journey`,
  timeout: 240_000,
  expect: { timeout: 60_000 },
  workers: 1,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  reporter,
  use: { baseURL },
  webServer: {
    command: `npx --no-install vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: root,
    url: baseURL,
    env: { DIGIT_LAB_OFFLINE: '1' },
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});
