import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { BROWSER_FLAGS, findChromium } from './scripts/chromium.mjs';

// Apart from vite.config.ts, whose plugins look for data and set the policy of the served page.
const executablePath = await findChromium();

const ARCHITECTURE = 'tests/unit/architecture/**/*.test.ts';

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
      {
        plugins: [react()],
        // Found while a test runs, they would make the dev server reload the page under it.
        optimizeDeps: {
          include: [
            '@tensorflow/tfjs',
            '@tensorflow/tfjs-backend-wasm',
            '@tensorflow/tfjs-backend-webgpu',
            'umap-js',
          ],
        },
        worker: { format: 'es' },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath && { executablePath }), args: BROWSER_FLAGS },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
