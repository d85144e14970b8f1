import { defineConfig } from '@playwright/test';
import e2e from '../e2e/playwright.config';
import type { TestOptions } from '../e2e/test';

const results = process.env.DIGIT_LAB_TEST_RESULTS ?? 'test-results';

/** One long visit, on the end-to-end tests' server and browser. */
export default defineConfig<TestOptions>({
  ...e2e,
  // The page as people have it.
  use: { ...e2e.use, panel: '' },
  testDir: '.',
  workers: 1,
  fullyParallel: false,
  outputDir: `../../${results}/soak`,
  globalTimeout: 0,
});
