import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { mnistPlugin } from '../../scripts/vite-mnist.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The page in which the networks are trained that ship with the lab: never part of the page that is shipped. */
export default defineConfig({
  root: `${root}bench/pretrain/page`,
  base: './',
  publicDir: false,
  plugins: [mnistPlugin({ cacheDir: `${root}.cache/mnist` })],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    outDir: `${root}.cache/pretrain`,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 5000,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
