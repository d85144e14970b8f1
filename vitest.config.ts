import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { BROWSER_FLAGS, findChromium } from './scripts/chromium.mjs';

// Apart from vite.config.ts, whose plugins look for data and set the policy of the served page.
const executablePath = await findChromium();

const ARCHITECTURE = 'tests/unit/architecture/**/*.test.ts';

/** Plotly comes with a map of its source twice as large as itself, which the browser would read in each test file. */
const withoutPackageMaps = {
  name: 'without-package-maps',
  transform: (code: string, id: string) =>
    id.includes('/.vite/') && id.includes('/deps/') ? { code, map: { mappings: '' } as const } : undefined,
};

/** A project whose tests run in a real browser, the files one after the other. */
const inBrowser = (name: string, include: string[]) => ({
  plugins: [react(), withoutPackageMaps],
  // Found while a test runs, they would make the dev server reload the page under it.
  optimizeDeps: {
    include: [
      '@tensorflow/tfjs',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgpu',
      '@zip.js/zip.js',
      'i18next',
      'idb',
      'plotly.js-dist-min',
      'react-aria-components',
      'react-i18next',
      'umap-js',
      'vitest-browser-react',
      'zod',
      'zustand',
      'zustand/vanilla',
    ],
  },
  resolve: { alias: { 'vega-embed': fileURLToPath(new URL('src/charts/vega-embed.ts', import.meta.url)) } },
  worker: { format: 'es' as const },
  test: {
    name,
    include,
    testTimeout: 60_000,
    // What is polled for comes late on a busy machine; a test that passes doesn't wait for this.
    expect: { poll: { timeout: 20_000 } },
    fileParallelism: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { ...(executablePath && { executablePath }), args: BROWSER_FLAGS },
      }),
      instances: [{ browser: 'chromium' as const }],
    },
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [react()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: [ARCHITECTURE],
        },
      },
      {
        // About the sources, not about what they do: runs with the linter.
        test: { name: 'architecture', environment: 'node', include: [ARCHITECTURE] },
      },
      inBrowser('browser', ['tests/browser/**/*.test.{ts,tsx}']),
      // What a component shows and does, on a lab whose engine does what the test says.
      inBrowser('component', ['tests/component/**/*.test.tsx']),
    ],
  },
});
