import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
// With their endings, down to src/data: Vite warns of every import in its configuration that Node could not find.
import { bomPlugin } from './scripts/vite-bom.ts';
import { cspPlugin } from './scripts/vite-csp.ts';
import { ownNames } from './scripts/vite-hosts.ts';
import { mnistPlugin } from './scripts/vite-mnist.ts';
import { offlinePlugin, POLICY_OF_KEPT } from './scripts/vite-offline.ts';

const inSources = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url));

/**
 * Two scripts for all that the page needs at once: split by who shares what, they were fifty, each with a request of its
 * own. zod stands by itself, as the one of them in which functions could be made out of strings.
 */
const START = {
  groups: [
    { name: 'zod', test: /node_modules[\\/]zod|zod-without-eval/, tags: ['$initial' as const], priority: 1 },
    { name: 'start', tags: ['$initial' as const] },
  ],
};

/** Without the warning that the plugins for data and workers take their time. */
const QUIET = { checks: { pluginTimings: false } };

export default defineConfig({
  base: './',
  resolve: {
    alias: [
      // These packages would make functions out of strings, which the page's policy forbids.
      { find: 'vega-embed', replacement: inSources('charts/vega-embed.ts') },
      { find: /^zod$/, replacement: inSources('model/zod-without-eval.ts') },
    ],
  },
  plugins: [react(), cspPlugin(), mnistPlugin(), bomPlugin(), offlinePlugin()],
  define: POLICY_OF_KEPT,
  // Holds for preview too.
  server: { allowedHosts: ownNames() },
  worker: { format: 'es', rolldownOptions: QUIET },
  build: {
    target: 'es2023',
    // Small wasm would become a data: address, which the page's connect-src forbids.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 5000,
    rolldownOptions: { ...QUIET, output: { codeSplitting: START } },
  },
});
