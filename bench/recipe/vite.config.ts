import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { mnistPlugin } from '../../scripts/vite-mnist.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The page in which recipes are tried: never part of the page that is shipped. */
export default defineConfig({
  root: `${root}bench/recipe/page`,
  base: './',
  publicDir: false,
  plugins: [mnistPlugin({ cacheDir: `${root}.cache/mnist` })],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    outDir: `${root}.cache/recipe`,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 5000,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
