import { defineConfig } from '@playwright/test';
import e2e from '../tests/e2e/playwright.config';
import type { TestOptions } from '../tests/e2e/test';

/** The end-to-end tests' server and browser, with time to measure. */
export default defineConfig<TestOptions>({
  ...e2e,
  // The page as people have it.
  use: { ...e2e.use, panel: '' },
  testDir: '.',
  testMatch: '*.bench.ts',
  // One thing is measured at a time.
  workers: 1,
  fullyParallel: false,
  outputDir: '../test-results/bench',
  timeout: 30 * 60_000,
  globalTimeout: 60 * 60_000,
});
