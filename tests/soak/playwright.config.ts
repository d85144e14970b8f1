import { defineConfig } from '@playwright/test';
import e2e from '../e2e/playwright.config';

const results = process.env.DIGIT_LAB_TEST_RESULTS ?? 'test-results';

/** One long visit, on the end-to-end tests' server and browser. */
export default defineConfig({
  ...e2e,
  testDir: '.',
  workers: 1,
  fullyParallel: false,
  outputDir: `../../${results}/soak`,
  globalTimeout: 0,
});
