import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The bench without a browser, whole: Deno looks for no packages. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'es2023',
    minify: false,
    outDir: fileURLToPath(new URL('../../.cache/bench-gpu', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 20_000,
    rolldownOptions: {
      input: ['main', 'peak.worker'].map((name) => fileURLToPath(new URL(`${name}.ts`, import.meta.url))),
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      checks: { pluginTimings: false },
    },
  },
});
